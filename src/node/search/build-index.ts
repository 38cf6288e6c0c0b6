import { createHash } from 'node:crypto'
import { encodeAscending, encodeNumbers } from '../../shared/search/varint.ts'
import { authorKey, providerKey, topicKey, VIDEO_KEY } from '../../shared/search/index-format.ts'
import type { FacetFiles, IndexDirectory, IndexFile, SpellingIndex, TermSegment } from '../../shared/search/index-format.ts'
import type { Topic } from '../../shared/contract/bundle.ts'
import { DAY_MS } from '../../shared/text/durations.ts'
import { dataFiles } from '../../shared/contract/permalinks.ts'
import { toFacetParts, toHeatSteps, toIds, toScores } from './facet-columns.ts'
import type { IndexedStory, IndexInput } from './indexed-story.ts'
import { countValues } from '../lib/collections.ts'
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
  const segment = (from: number, to: number): TermSegment => {
    const own = stories.slice(from, to)
    const [firstKeys, terms, wordPositions]: [string[], IndexFile[], IndexFile[]] = [[], [], []]
    for (const cut of cutTerms(toTerms(logWords(own, ofStories.slice(from, to)), facetTerms(own), stems, frequencies))) {
      const shard = toShard(cut)
      firstKeys.push(cut[0]?.key ?? '')
      terms.push(name(dataFiles.searchTerms, shard.shard))
      wordPositions.push(name(dataFiles.searchWordPositions, shard.wordPositions))
    }
    return { from, firstKeys, terms, wordPositions: name(dataFiles.searchWordPositions, wordPositions) }
  }
  const recent = Math.floor(stories.length / RECENT_STORIES) * RECENT_STORIES
  const segments = [segment(0, recent), segment(recent, stories.length)].filter(({ terms }) => terms.length > 0)
  const cutSpelling = [...cutSpellings(frequencies)]
  const spelling = {
    firstKeys: cutSpelling.map(({ keys }) => keys[0] ?? ''),
    shards: cutSpelling.map((shard) => name(dataFiles.searchSpelling, shard)),
  }
  const facetFiles = (facets: readonly (readonly Topic[])[]): FacetFiles => {
    const { names, columns } = toFacetParts(facets)
    return { names: names.map((file) => name(dataFiles.searchFacets, file)), columns: columns.map((file) => name(dataFiles.searchFacets, file)) }
  }
  const heats = stories.map(({ heat }) => heat)
  const directory: IndexDirectory = {
    stories: stories.length,
    segments,
    ...countDays(stories),
    facets: {
      topics: facetFiles(stories.map(({ topics }) => topics)),
      providers: facetFiles(stories.map(({ provider }) => (provider === null ? [] : [{ slug: provider.domain, name: provider.name }]))),
      authors: facetFiles(stories.map(({ authors }) => authors)),
    },
    heat: toScores(heats).map((column) => name(dataFiles.searchHeat, column)),
    quality: toScores(stories.map(({ quality }) => quality)).map((column) => name(dataFiles.searchQuality, column)),
    ids: toIds(stories).map((column) => name(dataFiles.searchIds, column)),
    heatSteps: toHeatSteps(heats),
    spelling: name(dataFiles.searchSpelling, spelling satisfies SpellingIndex),
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
