import { createHash } from 'node:crypto'
import { encodeAscending, encodeNumbers } from '../../shared/search/varint.ts'
import { authorKey, providerKey, topicKey, VIDEO_KEY } from '../../shared/search/index-format.ts'
import { FACETS_PER_FILE, type FacetFiles, type IndexDirectory, type IndexFile, type ShardIndex, type TermSegment } from '../../shared/search/index-format.ts'
import { STORIES_PER_COLUMN_FILE } from '../../shared/contract/bundle.ts'
import { DAY_MS } from '../../shared/text/durations.ts'
import { dataFiles } from '../../shared/contract/permalinks.ts'
import { numberFacets, toFacetColumn, toHeatSteps, toIds, toScoreColumn, type NumberedFacets } from './facet-columns.ts'
import type { IndexedStory, IndexInput } from './indexed-story.ts'
import { chunked, countValues } from '../lib/collections.ts'
import { cutPayloads, toPayload, type CountedStories, type Payload } from './payloads.ts'
import { WordLog } from './word-log.ts'
import { cutTerms, toShard } from './shards.ts'
import { cutSpellings } from './spelling.ts'
import { toStemmedLanguages } from './story-languages.ts'
import { toTerms, type FacetTerm } from './terms.ts'

/** So many stories become older ones together; until then a new one changes only the files of the newest. */
const RECENT_STORIES = 64

/** The index of `index-format.ts`: JSON by file. The same stories yield the same bytes. */
export function buildSearchIndex(input: IndexInput): Map<string, string> {
  const files = new Map<string, string>()
  writeSearchIndex(input, (file, json) => files.set(file, json))
  return files
}

/** The same, file by file, because all together are about a kilobyte for each story. */
export function writeSearchIndex({ stories, language, version }: IndexInput, write: (file: string, json: string) => void): void {
  const name = (file: (name: string) => string, content: unknown): IndexFile => {
    const json = JSON.stringify(content)
    const hash = createHash('sha256').update(json).digest('hex').slice(0, 12)
    write(file(hash), json)
    return hash
  }
  const { languages, stems, ofStories } = toStemmedLanguages({ stories, language })
  const frequencies = new Map<string, number>()
  const counted: CountedStories = {
    facets: {
      topics: numberFacets(stories.map(({ topics }) => topics)),
      providers: numberFacets(stories.map(({ provider }) => (provider === null ? [] : [{ slug: provider.domain, name: provider.name }]))),
      authors: numberFacets(stories.map(({ authors }) => authors)),
    },
    heats: stories.map(({ heat }) => heat),
  }
  const nameShards = (file: (name: string) => string, shards: Iterable<{ readonly keys: readonly string[] }>): ShardIndex => {
    const named = Array.from(shards, (shard) => ({ firstKey: shard.keys[0] ?? '', shard: name(file, shard) }))
    return { firstKeys: named.map(({ firstKey }) => firstKey), shards: named.map(({ shard }) => shard) }
  }
  const segment = (from: number, to: number): TermSegment => {
    const own = stories.slice(from, to)
    const [firstKeys, terms, wordPositions]: [string[], IndexFile[], IndexFile[]] = [[], [], []]
    // Both are written as the terms are made: all payloads together are larger than everything else.
    const writeTerms = function* (): Generator<Payload> {
      for (const cut of cutTerms(toTerms(logWords(own, ofStories.slice(from, to)), facetTerms(own), stems, frequencies))) {
        const shard = toShard(cut)
        firstKeys.push(cut[0]?.key ?? '')
        terms.push(name(dataFiles.searchTerms, shard.shard))
        wordPositions.push(name(dataFiles.searchWordPositions, shard.wordPositions))
        yield* cut.flatMap((term) => toPayload(term, from, counted) ?? [])
      }
    }
    const payloads = nameShards(dataFiles.searchPayloads, cutPayloads(writeTerms()))
    return {
      from,
      firstKeys,
      terms,
      wordPositions: name(dataFiles.searchWordPositions, wordPositions),
      ...(payloads.shards.length > 0 && { payloads: name(dataFiles.searchPayloads, payloads) }),
    }
  }
  const recent = Math.floor(stories.length / RECENT_STORIES) * RECENT_STORIES
  const segments = [segment(0, recent), segment(recent, stories.length)].filter(({ terms }) => terms.length > 0)
  const facetFiles = ({ names, ofStories }: NumberedFacets): FacetFiles => ({
    names: chunked(names, FACETS_PER_FILE).map((file) => name(dataFiles.searchFacets, file)),
    columns: chunked(ofStories, STORIES_PER_COLUMN_FILE).map((file) => name(dataFiles.searchFacets, toFacetColumn(file))),
  })
  const scoreFiles = (file: (name: string) => string, scores: readonly number[]) => chunked(scores, STORIES_PER_COLUMN_FILE).map((column) => name(file, toScoreColumn(column)))
  const directory: IndexDirectory = {
    stories: stories.length,
    segments,
    ...countDays(stories),
    facets: { topics: facetFiles(counted.facets.topics), providers: facetFiles(counted.facets.providers), authors: facetFiles(counted.facets.authors) },
    heat: scoreFiles(dataFiles.searchHeat, counted.heats),
    quality: scoreFiles(dataFiles.searchQuality, stories.map(({ quality }) => quality)),
    ids: toIds(stories).map((column) => name(dataFiles.searchIds, column)),
    heatSteps: toHeatSteps(counted.heats),
    spelling: name(dataFiles.searchSpelling, nameShards(dataFiles.searchSpelling, cutSpellings(frequencies))),
    ...(languages.length > 0 && { languages }),
  }
  write(dataFiles.searchDirectory(version), JSON.stringify(directory))
}

/** Fields are numbered and read in the order of `FIELDS`, so that a word's first occurrence in a story is in its best field. */
function logWords(stories: readonly IndexedStory[], languages: readonly number[]): WordLog {
  const log = new WordLog()
  const [topic, provider, excerpt, coverage] = [1, 2, 3, 4]
  for (const [position, story] of stories.entries()) {
    log.beginStory(story.title, languages[position] ?? 0)
    for (const { name } of story.topics) log.addName(name, topic)
    if (story.provider !== null) {
      log.addName(story.provider.name, provider)
      log.addName(story.provider.domain, provider)
    }
    for (const { name } of story.authors) log.addName(name, provider)
    log.add(story.excerpt, excerpt)
    for (const entry of story.coverage) {
      log.add(entry.title, coverage)
      log.addName(entry.provider?.name ?? '', coverage)
    }
  }
  return log
}

function facetTerms(stories: readonly IndexedStory[]): FacetTerm[] {
  const facets = new Map<string, { key: string; name: string | null; positions: number[] }>()
  const add = (key: string, name: string | null, position: number) => {
    const facet = facets.get(key)
    if (facet === undefined) facets.set(key, { key, name, positions: [position] })
    else facet.positions.push(position)
  }
  stories.forEach(({ topics, provider, authors, type }, position) => {
    for (const { slug, name } of topics) add(topicKey(slug), name, position)
    if (provider !== null) add(providerKey(provider.domain), provider.name, position)
    for (const { slug, name } of authors) add(authorKey(slug), name, position)
    if (type === 'video') add(VIDEO_KEY, null, position)
  })
  return [...facets.values()]
}

function countDays(stories: readonly IndexedStory[]): Pick<IndexDirectory, 'firstDay' | 'days' | 'dayStories'> {
  const counts = countValues(stories.map(({ published }) => Math.floor(Date.parse(published) / DAY_MS)))
  const days = [...counts.keys()]
  const firstDay = days[0] ?? 0
  return { firstDay, days: encodeAscending(days.map((day) => day - firstDay)), dayStories: encodeNumbers([...counts.values()]) }
}
