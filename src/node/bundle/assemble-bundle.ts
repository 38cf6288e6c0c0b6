import { BUNDLE_FORMAT, CATALOG_FACETS, FIRST_STORIES, LIST_SIZE } from '../../shared/contract/bundle.ts'
import type { BundleVersion, Catalog, MonthCounts, Story, StorySummary, ThreadPage, TopicCount, TopicPage } from '../../shared/contract/bundle.ts'
import { compareStories } from '../../shared/contract/compare-stories.ts'
import { pageCount, pageRange, storyFileCount, storyFileOf } from '../../shared/contract/list-pages.ts'
import { dataFiles, isSearchFile } from '../../shared/contract/permalinks.ts'
import type { Site } from '../../shared/contract/site.ts'
import { countMonths, countProviders, countTypes, toTopicCount, toTopicLists, type TopicList } from '../stories/topics-and-counts.ts'
import { buildSearchIndex } from '../search/build-index.ts'
import { toIndexedStories, type IndexInput } from '../search/indexed-story.ts'
import { groupBy } from '../lib/collections.ts'
import { once } from '../lib/once.ts'
import type { SeedStory } from '../seeds/values/seed-story.ts'
import type { Thread } from '../threads/find-threads.ts'
import { archivePages } from './archive-pages.ts'
import { daysOf } from './days-of.ts'
import { toStories } from './to-stories.ts'

/** The bundle that `shared/contract/bundle.ts` describes, oldest story first. Each part is made when it is asked for. */
export interface Bundle {
  /** The catalog's `version`. */
  readonly version: string
  /** The stories as their seeds give them. */
  readonly seeds: readonly SeedStory[]
  summaries(): readonly StorySummary[]
  /** A whole story. Throws a RangeError when there is none at this position. */
  story(position: number): Story
  /** What syndication needs of a story: of its related stories only the coverage. */
  syndicated(position: number): Omit<Story, 'thread'>
  /** Topics with the positions of their stories, most used topic first. */
  topicLists(): readonly TopicList[]
  catalog(): Catalog
  topics(): readonly TopicCount[]
  months(): MonthCounts
  topicPage(list: TopicList): TopicPage
  threads(): readonly Thread[]
  /** Oldest first. */
  readonly threadPages: (thread: Pick<Thread, 'slug' | 'title' | 'stories'>) => readonly ThreadPage[]
  /** Days with stories, newest first, each with the positions of its stories, oldest first. */
  days(): ReadonlyMap<string, readonly number[]>
  /** What the search index is built from; made anew by each call. */
  indexed(): IndexInput
  /** The files that hold whole stories, with the positions of these. */
  storyFiles(): ReadonlyMap<string, readonly number[]>
  /** The other files, as JSON, in a fixed order; without those of the search index. */
  listFiles(): Iterable<readonly [file: string, json: string]>
  /** One file as JSON, by its path under the output folder; null when the bundle has none of this name. */
  read(file: string): string | null
}

/** The bundle of these stories, at most one per id and in any order. `version` differs where anything in it does. */
export function assembleBundle(seeds: readonly SeedStory[], site: Site, version: string): Bundle {
  const ordered = [...seeds].sort(compareStories)
  const stories = once(() => toStories(ordered, site.language))
  const summaries = () => stories().summaries
  const days = once(() => daysOf(summaries(), site))
  const topicLists = once(() => toTopicLists(summaries().map(({ topics }) => topics)))
  const topics = once(() => topicLists().map(toTopicCount))
  const months = () => countMonths(ordered)
  const summariesAt = (positions: readonly number[]) => positions.flatMap((position) => summaries()[position] ?? [])
  const topicPage = (list: TopicList): TopicPage => ({ ...toTopicCount(list), newest: summariesAt(list[1].slice(-LIST_SIZE).reverse()) })

  const threads = () => stories().threads()
  const threadPages = ({ slug, title, stories: positions }: Pick<Thread, 'slug' | 'title' | 'stories'>) => archivePages(summariesAt(positions)).map((page): ThreadPage => ({ slug, title, ...page }))

  const catalog = once((): Catalog => {
    const providers = countProviders(summaries().map(({ provider }) => provider))
    return {
      format: BUNDLE_FORMAT,
      version,
      site,
      stories: ordered.length,
      newest: summaries().slice(-FIRST_STORIES).reverse(),
      storyFiles: storyFileCount(ordered.length),
      topics: topics().slice(0, CATALOG_FACETS),
      topicCount: topics().length,
      providers: providers.slice(0, CATALOG_FACETS),
      providerCount: providers.length,
      types: countTypes(ordered),
      scores: (['heat', 'quality'] as const).filter((field) => ordered.some((story) => story[field] !== 0)),
    }
  })
  const storyFiles = once(() => groupByFile(ordered))
  const listFiles = once(() => {
    const lists = new Map<string, () => unknown>()
    for (let page = 1; page <= pageCount(ordered.length); page++) {
      const { from, to } = pageRange(page, ordered.length)
      lists.set(dataFiles.feedPage(page), () => summaries().slice(from, to).reverse())
    }
    for (const list of topicLists()) lists.set(dataFiles.topicPage(list[0].slug), () => topicPage(list))
    lists.set(dataFiles.topics, topics)
    lists.set(dataFiles.providers, () => countProviders(summaries().map(({ provider }) => provider)))
    lists.set(dataFiles.months, months)
    lists.set(dataFiles.catalog, catalog)
    lists.set(dataFiles.version, (): BundleVersion => ({ format: BUNDLE_FORMAT, version }))
    return lists
  })
  // Apart, because the other lists are read before all stories are related.
  const threadFiles = once(() => new Map(threads().flatMap(threadPages).map((page) => [dataFiles.thread(page.slug, page.page), () => page])))
  const indexed = () => ({ stories: toIndexedStories(ordered, summaries()), language: site.language, version })
  const index = once(() => buildSearchIndex(indexed()))
  const toJson = (positions: readonly number[]) => JSON.stringify(positions.map(stories().story))
  return {
    version,
    seeds: ordered,
    summaries,
    story: (position) => stories().story(position),
    syndicated: (position) => stories().syndicated(position),
    topicLists,
    catalog,
    topics,
    months,
    topicPage,
    threads,
    threadPages,
    days,
    indexed,
    storyFiles,
    *listFiles() {
      for (const [file, make] of [...listFiles(), ...threadFiles()]) yield [file, JSON.stringify(make())]
    },
    read(file) {
      if (isSearchFile(file)) return index().get(file) ?? null
      const positions = storyFiles().get(file)
      if (positions !== undefined) return toJson(positions)
      const make = listFiles().get(file) ?? threadFiles().get(file)
      return make === undefined ? null : JSON.stringify(make())
    },
  }
}

/** Positions of the stories in each file of whole stories. */
function groupByFile(ordered: readonly SeedStory[]): ReadonlyMap<string, readonly number[]> {
  const count = storyFileCount(ordered.length)
  return groupBy(ordered.keys(), (position) => dataFiles.stories(storyFileOf(ordered[position]?.id ?? '', count)))
}
