import type { FeedItem, FeedLink, FeedWriter } from './feed-format.ts'
import { mediaElements } from './media-rss.ts'
import { oncePerItem } from './once-per-item.ts'
import { changedAt } from './types.ts'
import { element, htmlElement, textElement, xmlDocument } from './xml.ts'

const ROOT = { xmlns: 'http://www.w3.org/2005/Atom', 'xmlns:media': 'http://search.yahoo.com/mrss/' }

/** Atom by RFC 4287. */
export const atom: FeedWriter = {
  format: 'atom',

  feed(channel, items) {
    const root = element(
      'feed',
      { ...ROOT, 'xml:lang': channel.language },
      textElement('id', channel.pageUrl),
      textElement('title', channel.title),
      textElement('subtitle', channel.description),
      textElement('updated', channel.updated),
      // Applies to entries without an author.
      element('author', {}, textElement('name', channel.siteTitle)),
      element('link', { rel: 'self', type: 'application/atom+xml', href: channel.selfUrl }),
      element('link', { rel: 'alternate', type: 'text/html', href: channel.pageUrl }),
      channel.topic === null ? '' : element('category', { term: channel.topic.slug, label: channel.topic.name }),
      textElement('generator', 'Newsfold'),
      ...items.map(entryElement),
    )
    return xmlDocument(root)
  },
}

const entryElement = oncePerItem((item) =>
  element(
    'entry',
    { 'xml:lang': item.language },
    textElement('id', item.id),
    textElement('title', item.title),
    textElement('published', item.published),
    textElement('updated', changedAt(item)),
    ...authors(item),
    ...links(item),
    ...item.topics.map(({ slug, name }) => element('category', { term: slug, label: name })),
    textElement('summary', item.summary),
    htmlElement('content', item.html, { type: 'html' }),
    ...mediaElements(item),
  ),
)

function authors({ authors, provider }: FeedItem): string[] {
  if (authors.length > 0) return authors.map((name) => element('author', {}, textElement('name', name)))
  if (provider === null) return []
  return [element('author', {}, textElement('name', provider.name), textElement('uri', `https://${provider.domain}/`))]
}

function links({ url, originalUrl, images, video, coverage }: FeedItem): string[] {
  const related = ({ title, url }: FeedLink) => element('link', { rel: 'related', href: url, title })
  return [
    element('link', { rel: 'alternate', type: 'text/html', href: url }),
    originalUrl === null ? '' : element('link', { rel: 'via', href: originalUrl }),
    ...images.map(({ url, type, caption }) => element('link', { rel: 'enclosure', type, href: url, title: caption })),
    video === null ? '' : related(video),
    ...coverage.map(related),
  ]
}
