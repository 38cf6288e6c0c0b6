import { createHash } from 'node:crypto'
import { encodeAscending, encodeNumbers } from '../../shared/search/varint.ts'
import { authorKey, providerKey, topicKey, VIDEO_KEY } from '../../shared/search/index-format.ts'
import type { IndexDirectory, IndexFile, SpellingIndex, TermShard } from '../../shared/search/index-format.ts'
import { DAY_MS } from '../../shared/text/durations.ts'
import { dataFiles } from '../../shared/contract/permalinks.ts'
import { toColumns, toHeatSteps, toIds, toScores } from './facet-columns.ts'
import type { IndexedStory, IndexInput } from './indexed-story.ts'
import { WordLog } from './word-log.ts'
import { cutTerms, toShard } from './shards.ts'
import { cutSpellings } from './spelling.ts'
import { toStemmedLanguages } from './story-languages.ts'
import { toTerms } from './terms.ts'
import type { FacetTerm } from './terms.ts'

/** Builds the index of `index-format.ts`: JSON by file. The same stories yield the same bytes. */
export function buildSearchIndex({ stories, language, version }: IndexInput): Map<string, string> {
  const files = new Map<string, string>()
  const name = (file: (name: string) => string, content: unknown): IndexFile => {
    const json = JSON.stringify(content)
    const hash = createHash('sha256').update(json).digest('hex').slice(0, 12)
    files.set(file(hash), json)
    return hash
  }
  const { languages, stems, ofStories } = toStemmedLanguages({ stories, language })
  const log = logWords(stories, ofStories)
  const frequencies = new Int32Array(log.words.length)
  const firstKeys: string[] = []
  const terms: IndexFile[] = []
  for (const cut of cutTerms(toTerms(log, facetTerms(stories), stems, frequencies))) {
    const { shard, wordPositions } = toShard(cut)
    firstKeys.push(cut[0]?.key ?? '')
    terms.push(name(dataFiles.searchTerms, { ...shard, wordPositions: name(dataFiles.searchWordPositions, wordPositions) } satisfies TermShard))
  }
  const cutSpelling = [...cutSpellings(log.words, frequencies)]
  const spelling = {
    firstKeys: cutSpelling.map(({ keys }) => keys[0] ?? ''),
    shards: cutSpelling.map((shard) => name(dataFiles.searchSpelling, shard)),
  }
  const heats = stories.map(({ heat }) => heat)
  const directory: IndexDirectory = {
    stories: stories.length,
    firstKeys,
    terms,
    ...countDays(stories),
    columns: toColumns(stories).map((columns) => name(dataFiles.searchColumns, columns)),
    heat: toScores(heats).map((column) => name(dataFiles.searchHeat, column)),
    quality: toScores(stories.map(({ quality }) => quality)).map((column) => name(dataFiles.searchQuality, column)),
    ids: toIds(stories).map((column) => name(dataFiles.searchIds, column)),
    heatSteps: toHeatSteps(heats),
    spelling: name(dataFiles.searchSpelling, spelling satisfies SpellingIndex),
    ...(languages.length > 0 && { languages }),
  }
  return files.set(dataFiles.searchDirectory(version), JSON.stringify(directory))
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
  const counts = new Map<number, number>()
  for (const { published } of stories) {
    const day = Math.floor(Date.parse(published) / DAY_MS)
    counts.set(day, (counts.get(day) ?? 0) + 1)
  }
  const days = [...counts.keys()]
  const firstDay = days[0] ?? 0
  return { firstDay, days: encodeAscending(days.map((day) => day - firstDay)), dayStories: encodeNumbers([...counts.values()]) }
}
