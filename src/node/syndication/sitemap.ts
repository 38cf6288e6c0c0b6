import { absoluteUrl, feedPath, siteFiles, storyPath, topicPath } from '../../shared/contract/permalinks.ts'
import { strictUri } from '../../shared/meta/strict-uri.ts'
import { chunked } from '../lib/collections.ts'
import type { TopicList } from '../stories/topics-and-counts.ts'
import { changedAt, newestChange, textFile, type DatedStory, type PublishedSite, type SiteFile } from './types.ts'
import { element, textElement, xmlDocument } from './xml.ts'

/** Addresses in one file. 50,000 are allowed (https://www.sitemaps.org/protocol.html), but a new story changes the whole file. */
const URLS_PER_FILE = 1_000
const XMLNS = { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' }

interface Page {
  /** Site-relative. */
  readonly path: string
  /** ISO 8601; null when unknown. */
  readonly changed: string | null
}

/** The sitemap of all pages; where they are too many for one file, its parts and an index over them. */
export function* toSitemap(
  site: PublishedSite,
  stories: readonly DatedStory[],
  topicLists: readonly TopicList[],
  archivePaths: readonly string[],
): Generator<SiteFile> {
  const all = newestChange(stories)
  // Oldest first, so that most files stay as they are.
  const storyPages = stories.map((story): Page => ({ path: storyPath(story.slug), changed: changedAt(story) }))
  // Topics by address, whose order does not change with their counts.
  const topicPages = topicLists
    .map(([{ slug }, positions]): Page => ({ path: topicPath(slug), changed: newestChange(positions.flatMap((position) => stories[position] ?? [])) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
  const feedPages = [{ path: feedPath, changed: stories.length === 0 ? null : all }, ...topicPages]
  const lists = { stories: storyPages, topics: feedPages, archive: archivePaths.map((path): Page => ({ path, changed: null })) }
  const pages = Object.values(lists).flat()
  if (pages.length <= URLS_PER_FILE) {
    yield textFile(siteFiles.sitemap, toUrlSet(site, pages))
    return
  }
  const parts: string[] = []
  // Each list counts its own parts: one more of another does not rename them.
  const numbered = (['stories', 'topics', 'archive'] as const).flatMap((kind) => chunked(lists[kind], URLS_PER_FILE).map((part, at) => ({ part, file: siteFiles.sitemapPart(kind, at + 1) })))
  for (const { part, file } of numbered) {
    yield textFile(file, toUrlSet(site, part))
    const changes = part.flatMap(({ changed }) => changed ?? [])
    parts.push(entry('sitemap', site, `/${file}`, changes.length === 0 ? null : changes.reduce((a, b) => (a > b ? a : b))))
  }
  yield textFile(siteFiles.sitemap, xmlDocument(element('sitemapindex', XMLNS, ...parts)))
}

function toUrlSet(site: PublishedSite, pages: readonly Page[]): string {
  return xmlDocument(element('urlset', XMLNS, pages.map(({ path, changed }) => entry('url', site, path, changed)).join('')))
}

function entry(name: 'url' | 'sitemap', site: PublishedSite, path: string, changed: string | null): string {
  return element(name, {}, textElement('loc', strictUri(absoluteUrl(site.url, path))), textElement('lastmod', changed))
}
