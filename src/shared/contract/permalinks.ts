/** Route patterns and path builders, side by side; nothing else builds a path. All paths are site-relative. */

import type { Site } from './site.ts'

export const FEED_PATTERN = '/'
export const TOPIC_PATTERN = '/topic/:slug/'
export const STORY_PATTERN = '/story/:slug/'
export const ARCHIVE_PATTERN = '/archive/'
export const MONTH_PATTERN = '/archive/:month/:page?/'
export const DAY_PATTERN = '/day/:day/'
export const THREAD_PATTERN = '/thread/:slug/:page?/'
export const SAVED_PATTERN = '/saved/'

export const feedPath = '/'

/** Permalink of a topic's own page. */
export function topicPath(slug: string): string {
  return `/topic/${encodeURIComponent(slug)}/`
}

/** The folder of all stories' pages. */
export const STORY_FOLDER = 'story'

/** Permalink of a story. */
export function storyPath(slug: string): string {
  return `/${STORY_FOLDER}/${encodeURIComponent(slug)}/`
}

/** Permalink of the list of months and topics. */
export const archiveIndexPath = '/archive/'

/** Permalink of the user's saved stories. They are on the user's device: its page is empty until the app runs. */
export const savedPath = '/saved/'

/** Id of the list of topics on that page. */
export const TOPICS_ID = 'topics'

/** Permalink of a month's newest stories (`YYYY-MM`, UTC), or of a page of older ones, counted from 1 for the oldest. */
export function archivePath(month: string, page: number | null = null): string {
  return page === null ? `/archive/${month}/` : `/archive/${month}/${page}/`
}

/** Permalink of the stories of a day (`YYYY-MM-DD`, in the site's time zone). */
export function dayPath(day: string): string {
  return `/day/${day}/`
}

/** Permalink of a thread's newest stories, or of a page of older ones, counted from 1 for the oldest. */
export function threadPath(slug: string, page: number | null = null): string {
  const path = `/thread/${encodeURIComponent(slug)}/`
  return page === null ? path : `${path}${page}/`
}

/** File of a permalink's page, relative to the output folder, as it is named on disk. */
export function pageFile(path: string): string {
  return `${decodeURIComponent(path.slice(1))}index.html`
}

/** The canonical URL of a site-relative path; null while the site's own address is unknown. */
export function canonicalUrl(site: Site, path: string): string | null {
  return site.url === null ? null : absoluteUrl(site.url, path)
}

/** A permalink as an absolute address; `siteUrl` ends in `/`. */
export function absoluteUrl(siteUrl: string, path: string): string {
  return siteUrl + path.slice(1)
}

/** The formats of syndication feeds. */
export type FeedFormat = 'rss' | 'atom' | 'json'

const FEED_NAMES: Readonly<Record<FeedFormat, string>> = { rss: 'rss.xml', atom: 'atom.xml', json: 'feed.json' }

/** File of the feed of a page, relative to the output folder, as it is named on disk. */
export function feedFile(format: FeedFormat, page: string): string {
  return decodeURIComponent(feedFilePath(format, page).slice(1))
}

/** Permalink of the feed of a page, which is next to it. */
export function feedFilePath(format: FeedFormat, page: string): string {
  return page + FEED_NAMES[format]
}

/** Leads to the newest day; next to it are the feeds of the digest, which have one item for each day. */
export const digestPath = '/day/'

/** Files for crawlers, browsers and hosts, relative to the output folder. */
export const siteFiles = {
  sitemap: 'sitemap.xml',
  sitemapPart: (kind: 'stories' | 'topics' | 'archive', part: number) => `sitemap-${kind}-${part}.xml`,
  robots: 'robots.txt',
  /** A list of all feeds, to import into a feed reader. */
  opml: 'opml.xml',
  /** Lets a browser search the site. */
  openSearch: 'opensearch.xml',
  /** Makes the app installable. */
  manifest: 'manifest.webmanifest',
  /** Makes the app work offline. */
  serviceWorker: 'service-worker.js',
  /** The page without a view: the service worker's answer when it is offline. */
  offlinePage: 'offline.html',
  /** HTTP headers, for static hosts that read this file. */
  headers: '_headers',
} as const

/** Files of the bundle, relative to the output folder, as they are named on disk. */
export const dataFiles = {
  version: 'data/version.json',
  catalog: 'data/catalog.json',
  topics: 'data/catalog/topics.json',
  providers: 'data/catalog/providers.json',
  months: 'data/catalog/months.json',
  feedPage: (page: number) => `data/feed/${page}.json`,
  topicPage: (slug: string) => `data/topic/${slug}.json`,
  /** A page of a thread; null for the newest. */
  thread: (slug: string, page: number | null) => `data/thread/${slug}${page === null ? '' : `/${page}`}.json`,
  stories: (file: number) => `data/story/${file}.json`,
  searchDirectory: (name: string) => `data/find/directory/${name}.json`,
  searchTerms: (name: string) => `data/find/terms/${name}.json`,
  searchWordPositions: (name: string) => `data/find/places/${name}.json`,
  searchPayloads: (name: string) => `data/find/payloads/${name}.json`,
  searchFacets: (name: string) => `data/find/columns/${name}.json`,
  searchHeat: (name: string) => `data/find/heat/${name}.json`,
  searchQuality: (name: string) => `data/find/quality/${name}.json`,
  searchIds: (name: string) => `data/find/ids/${name}.json`,
  searchSpelling: (name: string) => `data/find/spelling/${name}.json`,
  /** A picture file next to a seed; `name` is its content hash and extension. */
  image: (name: string) => `data/images/${name}`,
  /** A smaller copy of a picture; `name` stands for the picture's content. */
  resizedImage: (name: string, width: number, format: 'webp' | 'avif') => `data/images/${name}-${width}.${format}`,
  /** A drawn preview image; `hash` is of its bytes. */
  card: (hash: string) => `data/cards/${hash}.png`,
} as const

/** Folders of the output that only the build writes into: pages, topics' feeds and the bundle. */
export const GENERATED_FOLDERS = [STORY_FOLDER, 'topic', 'archive', 'day', 'thread', 'saved', 'data']

/** Folders under `data/` whose files are named by their content. */
export const HASHED_DATA_FOLDERS = ['images', 'cards', 'find/terms', 'find/places', 'find/payloads', 'find/columns', 'find/heat', 'find/quality', 'find/ids', 'find/spelling']

/** The address of a bundle file under a base path (`/` or `/news/`). */
export function dataUrl(base: string, file: string): string {
  return base + file.split('/').map(encodeURIComponent).join('/')
}

/** Whether a bundle file is part of the search index. */
export function isSearchFile(file: string): boolean {
  return file.startsWith('data/find/')
}
