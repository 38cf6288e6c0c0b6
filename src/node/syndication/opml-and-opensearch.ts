import { documentTitle } from '../../shared/meta/document-title.ts'
import { absoluteUrl, digestPath, feedFilePath, feedPath, siteFiles, threadPath, topicPath } from '../../shared/contract/permalinks.ts'
import { strictUri } from '../../shared/meta/strict-uri.ts'
import { shorten } from '../seeds/values/clean-text.ts'
import type { TopicList } from '../stories/topics-and-counts.ts'
import { textFile, type PublishedSite, type SiteFile, type ThreadList } from './types.ts'
import { element, textElement, xmlDocument } from './xml.ts'
import { pageWords } from '../../shared/words/pages.ts'

/** Longest short name of a search, in characters: OpenSearch 1.1, section "The ShortName element". */
const MAX_SHORT_NAME = 16

/** All feeds as one list, by http://opml.org/spec2.opml: the whole site's first. */
export function toOpml(site: PublishedSite, topicLists: readonly TopicList[], threads: readonly ThreadList[]): SiteFile {
  const outline = (page: string, view: string | null) => {
    const title = documentTitle(view, site.title)
    const xmlUrl = strictUri(absoluteUrl(site.url, feedFilePath('rss', page)))
    const htmlUrl = strictUri(absoluteUrl(site.url, page))
    return element('outline', { type: 'rss', text: title, title, xmlUrl, htmlUrl, language: site.language })
  }
  const outlines = [
    outline(feedPath, null),
    outline(digestPath, pageWords.dailyDigest),
    ...topicLists.map(([{ slug, name }]) => outline(topicPath(slug), name)),
    ...threads.map(({ slug, title }) => outline(threadPath(slug), pageWords.threadTitle(title))),
  ]
  const head = element('head', {}, textElement('title', site.title))
  return textFile(siteFiles.opml, xmlDocument(element('opml', { version: '2.0' }, head, element('body', {}, ...outlines))))
}

/** How a browser searches the site, by https://github.com/dewitt/opensearch. */
export function toOpenSearch(site: PublishedSite): SiteFile {
  const home = strictUri(site.url)
  const root = element(
    'OpenSearchDescription',
    { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' },
    textElement('ShortName', shorten(site.title, MAX_SHORT_NAME)),
    textElement('Description', site.title),
    textElement('Language', site.language),
    textElement('InputEncoding', 'UTF-8'),
    element('Url', { type: 'text/html', template: `${home}?q={searchTerms}` }),
    element('Url', { type: 'application/opensearchdescription+xml', rel: 'self', template: home + siteFiles.openSearch }),
  )
  return textFile(siteFiles.openSearch, xmlDocument(root))
}
