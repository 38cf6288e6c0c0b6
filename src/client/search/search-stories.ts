import type { FeedFilter } from '../../shared/filter/feed-filter.ts'
import type { FacetKeys, FacetNames, SearchResult } from '../../shared/search/search.ts'
import { providerKey, topicKey } from '../../shared/search/index-format.ts'
import { inverseDocumentFrequency } from '../../shared/search/ranking.ts'
import { foldWords } from '../../shared/search/normalize-words.ts'
import { correctQuery } from '../../shared/search/parse-query.ts'
import { evaluateFilter, selectPositions } from './evaluate-filter.ts'
import type { OpenIndex } from './open-index.ts'
import { sortByScore, sortPositions } from './sort.ts'
import { suggestSpellings } from './suggest-spelling.ts'
import { facetName, postingsOf } from './term-index.ts'

/** The stories that match a filter, in its order. */
export async function searchStories(index: OpenIndex, filter: FeedFilter, signal?: AbortSignal): Promise<SearchResult> {
  const matches = await evaluateFilter(index, filter, signal)
  const positions = selectPositions(matches, filter)
  const { highlights, unknown } = matches.words
  return {
    positions: await sortPositions(index, positions, matches, filter, signal),
    highlights,
    suggestion: unknown.length === 0 ? null : await suggestQuery(index, filter, unknown, signal),
  }
}

/** The query with its unknown words corrected to the most similar words that lead to stories; null when there are none. */
async function suggestQuery(index: OpenIndex, filter: FeedFilter, unknown: readonly string[], signal?: AbortSignal): Promise<string | null> {
  const spellings = await suggestSpellings(index, unknown, signal)
  if (spellings === null) return null
  for (const spelling of combine(spellings)) {
    const words = correctQuery(filter.words, spelling)
    const corrected = { ...filter, words }
    if (selectPositions(await evaluateFilter(index, corrected, signal), corrected).length > 0) return words
  }
  return null
}

/** Combinations of corrections that are tried at most: all there are for three words. */
const MAX_COMBINATIONS = 27

/** Every combination of one correction per word, most similar first. */
function combine(spellings: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, string>[] {
  let all = [{ rank: 0, spelling: new Map<string, string>() }]
  for (const [word, near] of spellings) {
    all = all.flatMap(({ rank, spelling }) => near.map((other, nth) => ({ rank: rank + nth, spelling: new Map(spelling).set(word, other) })))
    all = all.sort((a, b) => a.rank - b.rank).slice(0, MAX_COMBINATIONS)
  }
  return all.map(({ spelling }) => spelling)
}

/** Names of topics and providers, by slug and by domain. */
export async function facetNames(index: OpenIndex, { topics, providers }: FacetKeys, signal?: AbortSignal): Promise<FacetNames> {
  const names = async (keys: readonly string[], keyOf: (key: string) => string) => {
    const entries = await Promise.all(keys.map((key) => index.terms.lookUp(keyOf(key), signal)))
    return new Map(entries.flatMap((entry) => (entry === null ? [] : [[entry.key.slice(1), facetName(entry)] as const])))
  }
  const [topicNames, providerNames] = await Promise.all([names(topics, topicKey), names(providers, providerKey)])
  return { topics: topicNames, providers: providerNames }
}

/** Positions of stories whose titles share words with these: more and rarer words first, then newest first. */
export async function similarTitles(index: OpenIndex, words: readonly string[], limit: number, signal?: AbortSignal): Promise<number[]> {
  const distinct = [...new Set(words.flatMap(foldWords))]
  const entries = await Promise.all(distinct.map((word) => index.terms.lookUp(word, signal)))
  const scores = new Uint32Array(index.stories)
  for (const entry of entries) {
    const [titles = new Uint32Array()] = entry === null ? [] : postingsOf(entry)
    const idf = inverseDocumentFrequency(titles.length, index.stories)
    for (const position of titles) scores[position] = (scores[position] ?? 0) + idf
  }
  const newestFirst = Uint32Array.from(scores.keys()).filter((position) => (scores[position] ?? 0) > 0).reverse()
  return [...sortByScore(newestFirst, scores).subarray(0, limit)]
}
