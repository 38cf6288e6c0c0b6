import { FIRST_STORIES, LIST_SIZE } from '../../shared/contract/bundle.ts'
import type { ArchivedStory, Story, StorySummary } from '../../shared/contract/bundle.ts'
import { archiveIndexPath, archivePath, dayPath, feedPath, pageFile, storyPath, threadPath, topicPath } from '../../shared/contract/permalinks.ts'
import type { PageData } from '../../shared/contract/render-page.ts'
import type { Site } from '../../shared/contract/site.ts'
import { monthPages, toArchived } from '../bundle/archive-pages.ts'
import { dayPages } from '../bundle/day-pages.ts'
import type { Bundle } from '../bundle/assemble-bundle.ts'
import type { Page } from './render-page.ts'

/** A page and its file under the output folder. */
export interface SitePage extends Page {
  readonly file: string
}

/** Every page except those of stories, which `storyPage` makes. */
export function* listPages(bundle: Bundle, site: Site): Generator<SitePage> {
  const catalog = bundle.catalog()
  // The version changes with every seed: without it, a page is rendered again only when its content changes.
  const unversioned = { ...catalog, version: undefined }
  const summaries = bundle.summaries()
  const newest = summaries.slice(-LIST_SIZE).reverse()
  yield toPage({ path: feedPath, site, view: 'feed', catalog, topic: null }, archivedAfterFirst(newest))
  for (const list of bundle.topicLists()) {
    const topic = bundle.topicPage(list)
    yield toPage({ path: topicPath(topic.slug), site, view: 'feed', catalog: unversioned, topic }, archivedAfterFirst(topic.newest))
  }
  yield toPage({ path: archiveIndexPath, site, view: 'archive', months: bundle.months(), topics: bundle.topics() })
  for (const page of monthPages(summaries)) yield toPage({ path: archivePath(page.month, page.page), site, view: 'month', page })
  for (const page of dayPages(bundle)) yield toPage({ path: dayPath(page.day), site, view: 'day', page })
  for (const thread of bundle.threads()) yield toPage({ path: threadPath(thread.slug), site, view: 'thread', page: bundle.threadPage(thread) })
  yield { ...toPage({ path: feedPath, site, view: 'not-found', catalog: unversioned }), file: '404.html' }
}

/** The page of a story; `previewImage` is the file of the one drawn for it, null without one. */
export function storyPage(site: Site, story: Story, previewImage: string | null): SitePage {
  return { ...toPage({ path: storyPath(story.slug), site, view: 'story', story }), previewImage }
}

function toPage(data: PageData, older: readonly ArchivedStory[] = []): SitePage {
  return { file: pageFile(data.path), json: JSON.stringify(data), older, previewImage: null }
}

function archivedAfterFirst(stories: readonly StorySummary[]): ArchivedStory[] {
  return stories.slice(FIRST_STORIES).map(toArchived)
}
