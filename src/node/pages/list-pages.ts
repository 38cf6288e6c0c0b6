import { CATALOG_FACETS, FIRST_STORIES, LIST_SIZE, type ArchivedStory, type Catalog, type Story, type StorySummary } from '../../shared/contract/bundle.ts'
import { archiveIndexPath, archivePath, dayPath, feedPath, pageFile, storyPath, threadPath, topicPath } from '../../shared/contract/permalinks.ts'
import type { PageCatalog, PageData } from '../../shared/contract/render-page.ts'
import type { Site } from '../../shared/contract/site.ts'
import { monthPages, toArchived } from '../bundle/archive-pages.ts'
import { dayPages } from '../bundle/day-pages.ts'
import type { Bundle } from '../bundle/assemble-bundle.ts'
import { toPageJson } from './pack-page.ts'
import type { Page } from './render-page.ts'

/** A page and its file under the output folder. */
export interface SitePage extends Page {
  readonly file: string
}

/** Every page except those of stories, which `storyPage` makes. */
export function* listPages(bundle: Bundle, site: Site): Generator<SitePage> {
  const catalog = bundle.catalog()
  const approximate = approximateCatalog(catalog)
  const summaries = bundle.summaries()
  const newest = summaries.slice(-LIST_SIZE).reverse()
  yield toPage({ path: feedPath, site, view: 'feed', catalog, topic: null }, archivedAfterFirst(newest))
  for (const list of bundle.topicLists()) {
    const topic = bundle.topicPage(list)
    yield toPage({ path: topicPath(topic.slug), site, view: 'feed', catalog: approximate, topic }, archivedAfterFirst(topic.newest))
  }
  yield toPage({ path: archiveIndexPath, site, view: 'archive', months: bundle.months(), topics: bundle.topics() })
  for (const page of monthPages(summaries)) yield toPage({ path: archivePath(page.month, page.page), site, view: 'month', page })
  for (const page of dayPages(bundle)) yield toPage({ path: dayPath(page.day), site, view: 'day', page })
  for (const page of bundle.threads().flatMap(bundle.threadPages)) yield toPage({ path: threadPath(page.slug, page.page), site, view: 'thread', page })
  yield { ...toPage({ path: feedPath, site, view: 'not-found', catalog: { ...approximate, newest: catalog.newest } }), file: '404.html' }
}

/** The page of a story; `previewImage` is the file of the one drawn for it, null without one. */
export function storyPage(site: Site, story: Story, previewImage: string | null): SitePage {
  return { ...toPage({ path: storyPath(story.slug), site, view: 'story', story }), previewImage }
}

/** What remains of the catalog where one more story changes nothing: a page is rendered again only when its content changes. */
function approximateCatalog(catalog: Catalog): PageCatalog {
  const rounded = <T extends { readonly stories: number }>(counts: readonly T[]) => counts.map((count) => ({ ...count, stories: twoDigits(count.stories) }))
  // Of providers a page asks only whether there are more than it lists, which are fewer than the catalog has.
  const counts = { stories: twoDigits(catalog.stories), providerCount: Math.min(catalog.providerCount, CATALOG_FACETS + 1) }
  return { ...catalog, ...counts, version: undefined, newest: [], topics: rounded(catalog.topics), providers: rounded(catalog.providers), types: rounded(catalog.types) }
}

/** A count with all digits but the first two set to 0. */
function twoDigits(count: number): number {
  const unit = 10 ** Math.max(0, String(count).length - 2)
  return Math.floor(count / unit) * unit
}

function toPage(data: PageData, older: readonly ArchivedStory[] = []): SitePage {
  return { file: pageFile(data.path), json: toPageJson(data), older, previewImage: null }
}

function archivedAfterFirst(stories: readonly StorySummary[]): ArchivedStory[] {
  return stories.slice(FIRST_STORIES).map(toArchived)
}
