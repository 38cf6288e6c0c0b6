import { createHash } from 'node:crypto'
import { BUNDLE_FORMAT, CATALOG_TOPICS } from '../shared/bundle.ts'
import type { Catalog, StoryTitle } from '../shared/bundle.ts'
import { pageCount, pageRange } from '../shared/list-pages.ts'
import { dataFiles } from '../shared/permalinks.ts'
import type { Site } from '../shared/site.ts'
import { countMonths, countProviders, countTypes, toTopicCount, toTopicLists } from './facets.ts'
import { chunkCount, chunkOf, toColumns } from './filter-columns.ts'
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
  const putPages = (positions: readonly number[], file: (page: number) => string) => {
    for (let page = 1; page <= pageCount(positions.length); page++) {
      const { from, to } = pageRange(page, positions.length)
      const newestFirst = positions.slice(from, to).reverse()
      put(file(page), `[${newestFirst.map((position) => summaryJson[position] ?? '').join(',')}]`)
    }
  }

  stories.forEach(({ summary, rest }, position) => {
    put(dataFiles.story(summary.id), `${summaryJson[position]?.slice(0, -1) ?? '{'},${JSON.stringify(rest).slice(1)}`)
  })
  putPages([...ordered.keys()], dataFiles.feedPage)
  const topicLists = toTopicLists(summaries.map(({ topics }) => topics))
  for (const [{ slug }, positions] of topicLists) putPages(positions, (page) => dataFiles.topicPage(slug, page))
  const chunks = chunkCount(ordered.length)
  for (let chunk = 1; chunk <= chunks; chunk++) {
    const own = chunkOf(summaries, chunk)
    put(dataFiles.columns(chunk), JSON.stringify(toColumns(own)))
    put(dataFiles.titles(chunk), JSON.stringify(own.map(({ slug, title }): StoryTitle => ({ slug, title }))))
  }
  const topics = topicLists.map(toTopicCount)
  put(dataFiles.topics, JSON.stringify(topics))

  const providers = countProviders(summaries.map(({ provider }) => provider))
  const facts: Omit<Catalog, 'version'> = {
    format: BUNDLE_FORMAT,
    site,
    stories: ordered.length,
    pages: pageCount(ordered.length),
    chunks,
    topics: topics.slice(0, CATALOG_TOPICS),
    topicCount: topics.length,
    providers: providers.slice(0, CATALOG_TOPICS),
    providerCount: providers.length,
    types: countTypes(ordered),
    months: countMonths(ordered),
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
