import type { FeedItem, FeedWriter } from './feed-format.ts'
import { escapeHtml } from '../../shared/text/escape-html.ts'
import { mediaElements } from './media-rss.ts'
import { oncePerItem } from './once-per-item.ts'
import { element, htmlElement, textElement, xmlDocument } from './xml.ts'

const ROOT = {
  version: '2.0',
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:media': 'http://search.yahoo.com/mrss/',
}

/** RSS 2.0 by https://www.rssboard.org/rss-specification and https://www.rssboard.org/rss-profile. */
export const rss: FeedWriter = {
  format: 'rss',

  feed(channel, items) {
    const elements = element(
      'channel',
      {},
      textElement('title', channel.title),
      textElement('link', channel.pageUrl),
      textElement('description', channel.description),
      textElement('language', channel.language),
      textElement('lastBuildDate', toRfc822(channel.updated)),
      textElement('generator', 'Newsfold'),
      textElement('category', channel.topic?.name ?? null),
      element('atom:link', { rel: 'self', type: 'application/rss+xml', href: channel.selfUrl }),
      ...items.map(itemElement),
    )
    return xmlDocument(element('rss', ROOT, elements))
  },
}

const itemElement = oncePerItem((item) =>
  element(
    'item',
    {},
    textElement('title', item.title),
    textElement('link', item.url),
    textElement('guid', item.id, { isPermaLink: 'false' }),
    textElement('pubDate', toRfc822(item.published)),
    textElement('atom:updated', item.updated),
    // Feed readers parse it as HTML, so the plain text is escaped twice. It must come before the content.
    textElement('description', escapeHtml(item.summary === '' ? item.title : item.summary)),
    htmlElement('content:encoded', item.html),
    ...(item.authors.length > 0 ? item.authors : [item.provider?.name ?? null]).map((name) => textElement('dc:creator', name)),
    textElement('dc:source', item.originalUrl),
    textElement('dc:language', item.language),
    ...item.topics.map(({ name }) => textElement('category', name)),
    enclosure(item),
    ...mediaElements(item),
  ),
)

/** At most one, as the profile advises. Type and length are required; the length 0 means unknown, as for a picture on another site. */
function enclosure({ images }: FeedItem): string {
  const image = images.find(({ type }) => type !== null)
  return image === undefined ? '' : element('enclosure', { url: image.url, length: image.size ?? 0, type: image.type })
}

function toRfc822(iso: string): string {
  return new Date(iso).toUTCString()
}
