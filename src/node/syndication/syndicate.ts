import { toFeeds } from './feeds.ts'
import { toDigest } from './digest.ts'
import { toHostHeaders, toRobots } from './robots-and-headers.ts'
import { toOpenSearch, toOpml } from './opml-and-opensearch.ts'
import { toSitemap } from './sitemap.ts'
import type { SiteFile, Syndicated } from './types.ts'

/** What a build reports when `site.url` is null. */
export const UNKNOWN_SITE_URL =
  'Without the address it will be published at, this site has no feeds, sitemap, OPML or browser search. Set NEWSFOLD_SITE_URL, such as https://example.org/news/.'

/**
 * The files for feed readers, crawlers, browsers and hosts, one after another so that they are never all in
 * memory. Without `site.url` those that need absolute addresses are left out.
 */
export function* syndicate({ site, base, assetsDir, images, stories, story, topicLists, threads, days, sizeOf, archivePaths }: Syndicated): Generator<SiteFile> {
  yield toRobots(site)
  yield toHostHeaders({ base, assetsDir, site, images })
  const { url } = site
  if (url === null) return
  const published = { ...site, url }
  yield* toFeeds(published, { stories, story, topicLists, threads, sizeOf })
  yield* toDigest(published, days())
  yield* toSitemap(published, stories, topicLists, archivePaths)
  yield toOpml(published, topicLists, threads)
  yield toOpenSearch(published)
}
