import type { Site } from '../../shared/contract/site.ts'
import { toFeeds } from './feeds.ts'
import { toHostHeaders, toRobots } from './robots-and-headers.ts'
import { toOpenSearch, toOpml } from './opml-and-opensearch.ts'
import { toSitemap } from './sitemap.ts'
import type { DatedStory, SiteFile, SyndicatedStory, TopicList } from './types.ts'

/** What the whole site is made known from. */
export interface Syndicated {
  readonly site: Site
  /** Vite's `base`: begins and ends with `/`. */
  readonly base: string
  /** Vite's `build.assetsDir`, where every file's name holds its content's hash. */
  readonly assetsDir: string
  /** All stories, oldest first. */
  readonly stories: readonly DatedStory[]
  /** The whole of a story, by its position. */
  readonly story: (position: number) => SyndicatedStory
  readonly topicLists: readonly TopicList[]
  /** Bytes of a file of the site, by its path; null when there is none. */
  readonly sizeOf: (file: string) => number | null
  /** Permalinks of the archive and its months, for the sitemap. */
  readonly archivePaths: readonly string[]
}

/** What a build says once when `site.url` is null. */
export const UNKNOWN_SITE_URL =
  'Without the address it will be published at, this site has no feeds, sitemap, OPML or browser search. Set NEWSFOLD_SITE_URL, such as https://example.org/news/.'

/**
 * The files that make the site known to feed readers, crawlers, browsers and hosts, one after another
 * so that they need not be held at once. Without `site.url` those that need absolute addresses are left out.
 */
export function* syndicate({ site, base, assetsDir, stories, story, topicLists, sizeOf, archivePaths }: Syndicated): Generator<SiteFile> {
  yield toRobots(site)
  yield toHostHeaders(base, assetsDir)
  const { url } = site
  if (url === null) return
  const published = { ...site, url }
  yield* toFeeds(published, stories, story, topicLists, sizeOf)
  yield* toSitemap(published, stories, topicLists, archivePaths)
  yield toOpml(published, topicLists)
  yield toOpenSearch(published)
}
