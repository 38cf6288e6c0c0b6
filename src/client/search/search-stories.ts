import type { FeedFilter } from '../../shared/filter/feed-filter.ts'
import { FEW_MATCHES, type Correction, type FacetKeys, type FacetNames, type SearchResult } from '../../shared/search/search.ts'
import { authorKey, providerKey, topicKey } from '../../shared/search/index-format.ts'
import { inverseDocumentFrequency } from '../../shared/search/ranking.ts'
import { foldWords } from '../../shared/search/normalize-words.ts'
import { correctFilter } from './correct-query.ts'
import { evaluateFilter, selectPositions, type FilterMatches } from './evaluate-filter.ts'
import type { QueryMatches } from './match-words.ts'
import type { Weights } from './matches.ts'
import type { OpenIndex } from './open-index.ts'
import { sortByScore, sortPositions } from './sort.ts'
import { facetName, postingsOf } from './term-index.ts'

/** A suggested query finds at least this many times more stories. */
const MANY_TIMES = 10

/** Words of a query that may be misspelled although stories contain them: the rarest ones. */
const MAX_SUSPECTS = 3

/** The stories that match a filter, in its order; if its words match none, those that match the corrected query. */
export async function searchStories(index: OpenIndex, filter: FeedFilter, signal?: AbortSignal): Promise<SearchResult> {
  const { matches, positions, correction } = await resolveFilter(index, filter, signal)
  return {
    positions: await sortPositions(index, positions, matches, filter, signal),
    highlights: matches.words.highlights,
    correction,
    hidden: matches.muted === null ? 0 : selectPositions(matches, filter, true).length,
  }
}

/** The ids of the stories that match a filter, newest first. */
export async function matchingIds(index: OpenIndex, filter: FeedFilter, signal?: AbortSignal): Promise<string[]> {
  const [{ positions }, { idAt }] = await Promise.all([resolveFilter(index, filter, signal), index.ids(signal)])
  return Array.from(positions, idAt)
}

/** What a filter matches. */
export interface ResolvedFilter {
  readonly matches: FilterMatches
  readonly positions: Uint32Array
  /** Set if these are the matches of a corrected query. */
  readonly correction: Correction | null
}

/** Evaluates a filter; with a corrected query if no story matches its words. */
export async function resolveFilter(index: OpenIndex, filter: FeedFilter, signal?: AbortSignal): Promise<ResolvedFilter> {
  const matches = await evaluateFilter(index, filter, signal)
  const typed = { matches, positions: selectPositions(matches, filter), correction: null }
  const { words, required } = matches.words
  if (typed.positions.length > 0 || matchesAny(required, index.stories)) return typed
  const unknown = words.filter(({ count }) => count === 0).map(({ word }) => word)
  // Stories contain each word, but not together: one of them may be another word misspelled.
  const misspelled = unknown.length > 0 ? [unknown] : suspects(words)
  const corrected = await correctFilter(index, filter, misspelled, signal)
  if (corrected === null) return typed
  return { ...corrected, correction: { words: corrected.filter.words, unknown: unknown.length > 0 ? unknown : [filter.words] } }
}

/** A query with a similar word in place of a rare one, if few stories match and that finds many more. */
export async function suggestQuery(index: OpenIndex, filter: FeedFilter, signal?: AbortSignal): Promise<string | null> {
  const { matches, positions, correction } = await resolveFilter(index, filter, signal)
  if (correction !== null || positions.length === 0 || positions.length >= FEW_MATCHES) return null
  const rare = matches.words.words.filter(({ count }) => count < FEW_MATCHES)
  const corrected = await correctFilter(index, filter, suspects(rare), signal)
  return corrected !== null && corrected.positions.length >= positions.length * MANY_TIMES ? corrected.filter.words : null
}

function suspects(words: QueryMatches['words']): string[][] {
  return words.slice(0, MAX_SUSPECTS).map(({ word }) => [word])
}

/** Whether any story has all these weights. */
function matchesAny(required: readonly Weights[], stories: number): boolean {
  for (let at = 0; at < stories; at++) if (required.every((weights) => (weights[at] ?? 0) > 0)) return true
  return false
}

/** Names of topics, providers and authors, by their keys. */
export async function facetNames(index: OpenIndex, { topics, providers, authors }: FacetKeys, signal?: AbortSignal): Promise<FacetNames> {
  const names = async (keys: readonly string[], keyOf: (key: string) => string) => {
    const entries = await Promise.all(keys.map((key) => index.terms.lookUp(keyOf(key), signal)))
    return new Map(entries.flatMap((entry) => (entry === null ? [] : [[entry.key.slice(1), facetName(entry)] as const])))
  }
  const [ofTopics, ofProviders, ofAuthors] = await Promise.all([names(topics, topicKey), names(providers, providerKey), names(authors, authorKey)])
  return { topics: ofTopics, providers: ofProviders, authors: ofAuthors }
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
