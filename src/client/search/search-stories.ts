import type { FeedFilter } from '../../shared/filter/feed-filter.ts'
import type { FacetKeys, FacetNames, FindAnswer } from '../../shared/search/search.ts'
import { providerKey, topicKey } from '../../shared/search/index-format.ts'
import { rarityOf } from '../../shared/search/ranking.ts'
import { foldWords } from '../../shared/search/normalize-words.ts'
import { respell } from '../../shared/search/parse-query.ts'
import { gather, selectPositions } from './evaluate-filter.ts'
import type { OpenIndex } from './open-index.ts'
import { highestFirst, orderPositions } from './sort.ts'
import { nearestSpellings } from './suggest-spelling.ts'
import { nameOf, positionsOf } from './term-index.ts'

/** The stories a filter finds. */
export async function findStories(index: OpenIndex, filter: FeedFilter, signal?: AbortSignal): Promise<FindAnswer> {
  const gathered = await gather(index, filter, signal)
  const found = selectPositions(gathered, filter)
  const { marks, unknown } = gathered.words
  return {
    positions: await orderPositions(index, found, gathered, filter, signal),
    marks,
    suggestion: unknown.length === 0 ? null : await suggestWords(index, filter, unknown, signal),
  }
}

/** The same words with those no story holds spelled as the nearest that are, when those find something. */
async function suggestWords(index: OpenIndex, filter: FeedFilter, unknown: readonly string[], signal?: AbortSignal): Promise<string | null> {
  const spellings = await nearestSpellings(index, unknown, signal)
  if (spellings === null) return null
  for (const spelling of combine(spellings)) {
    const words = respell(filter.words, spelling)
    const other = { ...filter, words }
    if (selectPositions(await gather(index, other, signal), other).length > 0) return words
  }
  return null
}

/** Ways to spell several words that are tried at most: all there are for three words. */
const TRIES = 27

/** One spelling for each word, in every combination; those of the nearest first. */
function combine(spellings: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, string>[] {
  let all = [{ rank: 0, spelling: new Map<string, string>() }]
  for (const [word, near] of spellings) {
    all = all.flatMap(({ rank, spelling }) => near.map((other, nth) => ({ rank: rank + nth, spelling: new Map(spelling).set(word, other) })))
    all = all.sort((a, b) => a.rank - b.rank).slice(0, TRIES)
  }
  return all.map(({ spelling }) => spelling)
}

/** What topics and providers are called. */
export async function readNames(index: OpenIndex, { topics, providers }: FacetKeys, signal?: AbortSignal): Promise<FacetNames> {
  const names = async (keys: readonly string[], keyOf: (key: string) => string) => {
    const entries = await Promise.all(keys.map((key) => index.terms.entry(keyOf(key), signal)))
    return new Map(entries.flatMap((entry) => (entry === null ? [] : [[entry.key.slice(1), nameOf(entry)] as const])))
  }
  const [topicNames, providerNames] = await Promise.all([names(topics, topicKey), names(providers, providerKey)])
  return { topics: topicNames, providers: providerNames }
}

/** Stories whose titles share words with these: the more and the rarer, the better, then newest first. */
export async function nearestTitles(index: OpenIndex, words: readonly string[], limit: number, signal?: AbortSignal): Promise<number[]> {
  const sought = [...new Set(words.flatMap(foldWords))]
  const entries = await Promise.all(sought.map((word) => index.terms.entry(word, signal)))
  const scores = new Uint32Array(index.stories)
  for (const entry of entries) {
    const [titles = new Uint32Array()] = entry === null ? [] : positionsOf(entry)
    const rarity = rarityOf(titles.length, index.stories)
    for (const position of titles) scores[position] = (scores[position] ?? 0) + rarity
  }
  const newestFirst = Uint32Array.from(scores.keys()).filter((position) => (scores[position] ?? 0) > 0).reverse()
  return [...highestFirst(newestFirst, scores).subarray(0, limit)]
}
