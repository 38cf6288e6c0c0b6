import { createHash } from 'node:crypto'
import { BUNDLE_FORMAT, CATALOG_FACETS, FIRST_STORIES, PAGE_SIZE } from '../shared/bundle.ts'
import type { Catalog } from '../shared/bundle.ts'
import { pageCount, pageRange, storyFileCount, storyFileOf } from '../shared/list-pages.ts'
import { dataFiles } from '../shared/permalinks.ts'
import type { Site } from '../shared/site.ts'
import { countMonths, countProviders, countTypes, toTopicCount, toTopicLists } from './facets.ts'
import { buildFindIndex } from './find-index.ts'
import { toFindStories } from './find-stories.ts'
import type { SeedStory } from './seed-story.ts'
import { compareStories } from './story-order.ts'
import { toStories } from './to-stories.ts'

export interface Bundle {
  /** The catalog's `version`. */
  readonly version: string
  /** UTF-8 JSON by file, relative to the output folder; the catalog comes last. */
  readonly files: ReadonlyMap<string, Uint8Array>
}

/** Cuts stories, at most one per id and in any order, into the files `shared/bundle.ts` describes. */
export function assembleBundle(seeds: readonly SeedStory[], site: Site): Bundle {
  const files = new Map<string, Uint8Array>()
  const put = (file: string, json: string) => files.set(file, Buffer.from(json))

  const ordered = [...seeds].sort(compareStories)
  const stories = toStories(ordered)
  const summaries = stories.map(({ summary }) => summary)
  // A summary stands in the feed, in its topics' lists and in its own file; it is serialised once.
  const summaryJson = summaries.map((summary) => JSON.stringify(summary))
  const listJson = (positions: readonly number[]) => `[${positions.map((position) => summaryJson[position] ?? '').join(',')}]`
  const newestOf = (positions: readonly number[], count: number) => positions.slice(-count).reverse()

  const storyFiles = storyFileCount(ordered.length)
  const inFile = new Map<number, string[]>()
  stories.forEach(({ summary, rest }, position) => {
    const file = storyFileOf(summary.id, storyFiles)
    const json = `${summaryJson[position]?.slice(0, -1) ?? '{'},${JSON.stringify(rest).slice(1)}`
    const others = inFile.get(file)
    if (others === undefined) inFile.set(file, [json])
    else others.push(json)
  })
  for (const [file, jsons] of inFile) put(dataFiles.stories(file), `[${jsons.join(',')}]`)
  const everything = [...ordered.keys()]
  for (let page = 1; page <= pageCount(ordered.length); page++) {
    const { from, to } = pageRange(page, ordered.length)
    put(dataFiles.feedPage(page), listJson(everything.slice(from, to).reverse()))
  }
  const topicLists = toTopicLists(summaries.map(({ topics }) => topics))
  const topics = topicLists.map(toTopicCount)
  for (const [{ slug, name }, positions] of topicLists) {
    const facts = JSON.stringify({ slug, name, stories: positions.length })
    put(dataFiles.topicPage(slug), `${facts.slice(0, -1)},"newest":${listJson(newestOf(positions, PAGE_SIZE))}}`)
  }
  const providers = countProviders(summaries.map(({ provider }) => provider))
  put(dataFiles.topics, JSON.stringify(topics))
  put(dataFiles.providers, JSON.stringify(providers))
  put(dataFiles.months, JSON.stringify(countMonths(ordered)))

  const facts: Omit<Catalog, 'version'> = {
    format: BUNDLE_FORMAT,
    site,
    stories: ordered.length,
    newest: newestOf(everything, FIRST_STORIES).flatMap((position) => summaries[position] ?? []),
    storyFiles,
    topics: topics.slice(0, CATALOG_FACETS),
    topicCount: topics.length,
    providers: providers.slice(0, CATALOG_FACETS),
    providerCount: providers.length,
    types: countTypes(ordered),
    find: buildFindIndex(toFindStories(ordered, stories), site.language, put),
  }
  const version = hashOf(files, JSON.stringify(facts))
  const catalog: Catalog = { ...facts, version }
  put(dataFiles.catalog, JSON.stringify(catalog))
  return { version, files }
}

/** Hash over all files and the catalog's facts, as 16 hexadecimal digits. */
function hashOf(files: ReadonlyMap<string, Uint8Array>, facts: string): string {
  const hash = createHash('sha256').update(facts)
  for (const [file, bytes] of files) hash.update(`\n${file} ${bytes.length}\n`).update(bytes)
  return hash.digest('hex').slice(0, 16)
}
