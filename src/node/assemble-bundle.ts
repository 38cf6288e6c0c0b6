import { BUNDLE_FORMAT, CATALOG_FACETS, FIRST_STORIES, PAGE_SIZE } from '../shared/bundle.ts'
import type { BundleVersion, Catalog, Story, StorySummary } from '../shared/bundle.ts'
import { compareStories } from '../shared/compare-stories.ts'
import { pageCount, pageRange, storyFileCount, storyFileOf } from '../shared/list-pages.ts'
import { dataFiles, isFindFile } from '../shared/permalinks.ts'
import type { Site } from '../shared/site.ts'
import { countMonths, countProviders, countTypes, toTopicCount, toTopicLists } from './facets.ts'
import { buildFindIndex } from './find-index.ts'
import type { IndexedStories } from './find-index.ts'
import { toFindStories } from './find-stories.ts'
import { lazy } from './lazy.ts'
import type { SeedStory } from './seed-story.ts'
import { toStories } from './to-stories.ts'
import type { TopicList } from './syndicated.ts'
import type { SettledStories } from './to-stories.ts'

/** The bundle `shared/bundle.ts` describes. A file is made when it is asked for. */
export interface Bundle {
  /** The catalog's `version`. */
  readonly version: string
  /** Every file but those of the index as JSON, by path relative to the output folder, in a fixed order. */
  files(onStory?: OnStory): Iterable<readonly [file: string, json: string]>
  /** What the index is to be made of. */
  indexed(): IndexedStories
  /** What the stories' seeds say, oldest first. */
  readonly seeds: readonly SeedStory[]
  /** All stories as lists show them, oldest first. */
  summaries(): readonly StorySummary[]
  /** A whole story, by its position from the oldest. */
  story(position: number): Story
  /** Topics with the positions of their stories, most used topic first, oldest story first. */
  topicLists(): readonly TopicList[]
  /** One file; null when the bundle has none of this name. */
  read(file: string): string | null
}

/** Told each whole story as JSON, while the file that holds it is made. */
export type OnStory = (position: number, json: string) => void

/** Cuts stories, at most one per id and in any order, into files. `version` differs where anything in them does. */
export function assembleBundle(seeds: readonly SeedStory[], site: Site, version: string): Bundle {
  const ordered = [...seeds].sort(compareStories)
  const stories = lazy(() => toStories(ordered))
  const makers = lazy(() => fileMakers(ordered, stories(), site, version))
  const indexed = lazy(() => ({ stories: toFindStories(ordered, stories().summaries), language: site.language, version }))
  const index = lazy(() => buildFindIndex(indexed()))
  return {
    version,
    seeds: ordered,
    *files(onStory) {
      for (const [file, make] of makers().files) yield [file, make(onStory)]
    },
    indexed,
    summaries: () => stories().summaries,
    story: (position) => JSON.parse(makers().storyJson(position)) as Story,
    topicLists: () => makers().topicLists,
    read: (file) => (isFindFile(file) ? index().get(file) : makers().files.get(file)?.()) ?? null,
  }
}

interface FileMakers {
  readonly files: ReadonlyMap<string, (onStory?: OnStory) => string>
  readonly storyJson: (position: number) => string
  readonly topicLists: readonly TopicList[]
}

/** How each file is made; `ordered` oldest first. */
function fileMakers(
  ordered: readonly SeedStory[],
  { summaries, restJson }: SettledStories,
  site: Site,
  version: string,
): FileMakers {
  const makers = new Map<string, (onStory?: OnStory) => string>()
  // A summary stands in the feed, in its topics' files and in its story's; it is serialised once.
  const known: string[] = []
  const summaryJson = (position: number) => (known[position] ??= JSON.stringify(summaries[position]))
  const listJson = (positions: readonly number[]) => `[${positions.map(summaryJson).join(',')}]`
  const everything = [...ordered.keys()]
  const newestOf = (positions: readonly number[], count: number) => positions.slice(-count).reverse()

  const storyFiles = storyFileCount(ordered.length)
  const inFile = new Map<number, number[]>()
  for (const [position, { id }] of ordered.entries()) {
    const file = storyFileOf(id, storyFiles)
    const others = inFile.get(file)
    if (others === undefined) inFile.set(file, [position])
    else others.push(position)
  }
  const storyJson = (position: number) => `${summaryJson(position).slice(0, -1)},${restJson(position).slice(1)}`
  for (const [file, positions] of inFile) {
    makers.set(dataFiles.stories(file), (onStory) => {
      const jsons = positions.map(storyJson)
      if (onStory !== undefined) for (const [at, position] of positions.entries()) onStory(position, jsons[at] ?? '')
      return `[${jsons.join(',')}]`
    })
  }

  for (let page = 1; page <= pageCount(ordered.length); page++) {
    const { from, to } = pageRange(page, ordered.length)
    makers.set(dataFiles.feedPage(page), () => listJson(everything.slice(from, to).reverse()))
  }
  const topicLists = toTopicLists(summaries.map(({ topics }) => topics))
  for (const list of topicLists) {
    const facts = toTopicCount(list)
    const newest = newestOf(list[1], PAGE_SIZE)
    makers.set(dataFiles.topicPage(facts.slug), () => `${JSON.stringify(facts).slice(0, -1)},"newest":${listJson(newest)}}`)
  }
  const topics = topicLists.map(toTopicCount)
  const providers = countProviders(summaries.map(({ provider }) => provider))
  makers.set(dataFiles.topics, () => JSON.stringify(topics))
  makers.set(dataFiles.providers, () => JSON.stringify(providers))
  makers.set(dataFiles.months, () => JSON.stringify(countMonths(ordered)))
  makers.set(dataFiles.catalog, () => {
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
  makers.set(dataFiles.version, () => JSON.stringify({ format: BUNDLE_FORMAT, version } satisfies BundleVersion))
  return { files: makers, storyJson, topicLists }
}
