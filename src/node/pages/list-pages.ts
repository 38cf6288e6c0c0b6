import { FIRST_STORIES, PAGE_SIZE } from '../../shared/contract/bundle.ts'
import type { StorySummary } from '../../shared/contract/bundle.ts'
import { archiveIndexPath, archivePath, dataFiles, feedPath, pageFile, storyPath, topicPath } from '../../shared/contract/permalinks.ts'
import type { ArchivedStory } from '../../shared/contract/render-page.ts'
import type { Site } from '../../shared/contract/site.ts'
import { monthPages, toArchived } from '../bundle/archive-pages.ts'
import type { Bundle } from '../bundle/assemble-bundle.ts'
import type { Page } from './render-page.ts'
import { contentOfStory } from '../stories/story-json.ts'
import type { StoryJson } from '../stories/story-json.ts'
import { withoutVersion } from './page-version.ts'

/** A page and its file under the output folder. */
export interface SitePage extends Page {
  readonly file: string
  /** Equal contents, equal pages, but for the version they tell. */
  readonly content: string
  /** The bundle's version, which it tells; empty for a page without the catalog. */
  readonly version: string
}

/** Every page but those of stories, which `storyPage` makes. */
export function* listSitePages(bundle: Bundle, site: Site): Generator<SitePage> {
  const catalog = bundle.read(dataFiles.catalog) ?? ''
  const summaries = bundle.summaries()
  const following = (stories: readonly StorySummary[]) => stories.slice(FIRST_STORIES).map(toArchived)
  const page = (path: string, view: string, rest: string, version = '', older: readonly ArchivedStory[] = []): SitePage => {
    const json = `${openJson(site, path, view)}${rest}}`
    const content = JSON.stringify(older) + withoutVersion(json, version)
    return { file: pageFile(path), json, sidebar: null, older, card: null, content, version }
  }
  const feed = (path: string, topic: string, stories: readonly StorySummary[]) =>
    page(path, 'feed', `"catalog":${catalog},"topic":${topic}`, bundle.version, following(stories))
  yield feed(feedPath, 'null', summaries.slice(-PAGE_SIZE).reverse())
  for (const [{ slug }] of bundle.topicLists()) {
    const topic = bundle.read(dataFiles.topicPage(slug)) ?? ''
    const { newest } = JSON.parse(topic) as { newest: StorySummary[] }
    yield feed(topicPath(slug), topic, newest)
  }
  yield page(archiveIndexPath, 'archive', `"months":${bundle.read(dataFiles.months) ?? '[]'},"topics":${bundle.read(dataFiles.topics) ?? '[]'}`)
  for (const month of monthPages(summaries)) yield page(archivePath(month.month, month.page), 'month', `"page":${JSON.stringify(month)}`)
  yield { ...page(feedPath, 'not-found', `"catalog":${catalog}`, bundle.version), file: '404.html' }
}

/** The page of a story. */
export function storyPage(site: Site, { slug }: StorySummary, story: StoryJson, card: string | null): SitePage {
  const path = storyPath(slug)
  const json = `${openJson(site, path, 'story')}"story":${story.own}`
  return { file: pageFile(path), json, sidebar: story.related, older: [], card, content: `${card ?? ''}\n${contentOfStory(story)}`, version: '' }
}

/** A page's JSON, open at its end. */
function openJson(site: Site, path: string, view: string): string {
  return `{"path":${JSON.stringify(path)},"site":${JSON.stringify(site)},"view":"${view}",`
}
