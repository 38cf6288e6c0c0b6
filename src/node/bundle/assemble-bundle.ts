import { BUNDLE_FORMAT, CATALOG_FACETS, FIRST_STORIES, PAGE_SIZE } from '../../shared/contract/bundle.ts'
import type { BundleVersion, Catalog, Story, StorySummary } from '../../shared/contract/bundle.ts'
import { compareStories } from '../../shared/contract/compare-stories.ts'
import { pageCount, pageRange, storyFileCount, storyFileOf } from '../../shared/contract/list-pages.ts'
import { dataFiles, isSearchFile } from '../../shared/contract/permalinks.ts'
import type { Site } from '../../shared/contract/site.ts'
import { countMonths, countProviders, countTypes, toTopicCount, toTopicLists } from '../stories/topics-and-counts.ts'
import type { TopicList } from '../stories/topics-and-counts.ts'
import { buildSearchIndex } from '../search/build-index.ts'
import type { IndexInput } from '../search/indexed-story.ts'
import { toIndexedStories } from '../search/indexed-story.ts'
import { once } from '../lib/once.ts'
import type { SeedStory } from '../seeds/values/seed-story.ts'
import { joinStory } from '../stories/story-json.ts'
import type { StoryJson } from '../stories/story-json.ts'
import { toStories } from './to-stories.ts'
import type { SettledStories } from './to-stories.ts'

/** The bundle `shared/bundle.ts` describes. A file is made when it is asked for. */
export interface Bundle {
  /** The catalog's `version`. */
  readonly version: string
  /** Every file but those of the index as JSON, by path relative to the output folder, in a fixed order. */
  files(): Iterable<readonly [file: string, json: string]>
  /** The files that hold whole stories, with the positions of these. */
  storyFiles(): ReadonlyMap<string, readonly number[]>
  /** Those of `files` that are none of `storyFiles`. */
  listFiles(): Iterable<readonly [file: string, json: string]>
  /** What the index is to be made of. */
  indexed(): IndexInput
  /** What the stories' seeds say, oldest first. */
  readonly seeds: readonly SeedStory[]
  /** All stories as lists show them, oldest first. */
  summaries(): readonly StorySummary[]
  /** A whole story, by its position from the oldest. */
  story(position: number): Story
  storyJson(position: number): StoryJson
  /** Topics with the positions of their stories, most used topic first, oldest story first. */
  topicLists(): readonly TopicList[]
  /** One file; null when the bundle has none of this name. */
  read(file: string): string | null
}

/** Cuts stories, at most one per id and in any order, into files. `version` differs where anything in them does. */
export function assembleBundle(seeds: readonly SeedStory[], site: Site, version: string): Bundle {
  const ordered = [...seeds].sort(compareStories)
  const stories = once(() => toStories(ordered, site.language))
  const makers = once(() => fileMakers(ordered, stories(), site, version))
  const indexed = once(() => ({ stories: toIndexedStories(ordered, stories().summaries), language: site.language, version }))
  const index = once(() => buildSearchIndex(indexed()))
  const storiesJson = (file: string) => `[${(makers().stories.get(file) ?? []).map((position) => joinStory(makers().storyJson(position))).join(',')}]`
  return {
    version,
    seeds: ordered,
    *files() {
      for (const file of makers().stories.keys()) yield [file, storiesJson(file)]
      yield* this.listFiles()
    },
    storyFiles: () => makers().stories,
    *listFiles() {
      for (const [file, make] of makers().lists) yield [file, make()]
    },
    indexed,
    summaries: () => stories().summaries,
    story: (position) => JSON.parse(joinStory(makers().storyJson(position))) as Story,
    storyJson: (position) => makers().storyJson(position),
    topicLists: () => makers().topicLists,
    read: (file) => (isSearchFile(file) ? index().get(file) : (makers().stories.has(file) ? storiesJson(file) : makers().lists.get(file)?.())) ?? null,
  }
}

interface FileMakers {
  readonly stories: ReadonlyMap<string, readonly number[]>
  readonly lists: ReadonlyMap<string, () => string>
  readonly storyJson: (position: number) => StoryJson
  readonly topicLists: readonly TopicList[]
}

/** How each file is made; `ordered` oldest first. */
function fileMakers(
  ordered: readonly SeedStory[],
  { summaries, restJson }: SettledStories,
  site: Site,
  version: string,
): FileMakers {
  const lists = new Map<string, () => string>()
  // A summary stands in the feed, in its topics' files and in its story's; it is serialised once.
  const known: string[] = []
  const summaryJson = (position: number) => (known[position] ??= JSON.stringify(summaries[position]))
  const listJson = (positions: readonly number[]) => `[${positions.map(summaryJson).join(',')}]`
  const everything = [...ordered.keys()]
  const newestOf = (positions: readonly number[], count: number) => positions.slice(-count).reverse()

  const storyFiles = storyFileCount(ordered.length)
  const stories = new Map<string, number[]>()
  for (const [position, { id }] of ordered.entries()) {
    const file = dataFiles.stories(storyFileOf(id, storyFiles))
    const others = stories.get(file)
    if (others === undefined) stories.set(file, [position])
    else others.push(position)
  }
  const storyJson = (position: number): StoryJson => {
    const { own, related } = restJson(position)
    return { own: `${summaryJson(position).slice(0, -1)},${own.slice(1)}`, related }
  }

  for (let page = 1; page <= pageCount(ordered.length); page++) {
    const { from, to } = pageRange(page, ordered.length)
    lists.set(dataFiles.feedPage(page), () => listJson(everything.slice(from, to).reverse()))
  }
  const topicLists = toTopicLists(summaries.map(({ topics }) => topics))
  for (const list of topicLists) {
    const facts = toTopicCount(list)
    const newest = newestOf(list[1], PAGE_SIZE)
    lists.set(dataFiles.topicPage(facts.slug), () => `${JSON.stringify(facts).slice(0, -1)},"newest":${listJson(newest)}}`)
  }
  const topics = topicLists.map(toTopicCount)
  const providers = countProviders(summaries.map(({ provider }) => provider))
  lists.set(dataFiles.topics, () => JSON.stringify(topics))
  lists.set(dataFiles.providers, () => JSON.stringify(providers))
  lists.set(dataFiles.months, () => JSON.stringify(countMonths(ordered)))
  lists.set(dataFiles.catalog, () => {
    const catalog: Catalog = {
      format: BUNDLE_FORMAT,
      version,
      site,
      stories: ordered.length,
      newest: newestOf(everything, FIRST_STORIES).flatMap((position) => summaries[position] ?? []),
      storyFiles,
      topics: topics.slice(0, CATALOG_FACETS),
      topicCount: topics.length,
      providers: providers.slice(0, CATALOG_FACETS),
      providerCount: providers.length,
      types: countTypes(ordered),
    }
    return JSON.stringify(catalog)
  })
  lists.set(dataFiles.version, () => JSON.stringify({ format: BUNDLE_FORMAT, version } satisfies BundleVersion))
  return { stories, lists, storyJson, topicLists }
}
