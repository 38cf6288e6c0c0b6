import { orderWeight } from '../../shared/search/ranking.ts'
import { sortOf, type FeedFilter } from '../../shared/filter/feed-filter.ts'
import type { FilterMatches } from './evaluate-filter.ts'
import type { RankedWord } from './match-words.ts'
import { NOT_IN_TITLE } from './matches.ts'
import type { OpenIndex } from './open-index.ts'

/** Widest range of integer scores that is sorted by counting. */
const MAX_COUNTING_SORT = 2 ** 16

/** Positions, given newest first, in the order a filter asks for; equals stay newest first. */
export async function sortPositions(
  index: OpenIndex,
  positions: Uint32Array,
  { words }: FilterMatches,
  filter: FeedFilter,
  signal?: AbortSignal,
): Promise<Uint32Array> {
  const sort = sortOf(filter)
  if (sort === 'latest') return positions
  if (sort !== 'relevance') {
    return sortByScore(positions, await index.scores(sort, signal))
  }
  return sortByScore(positions, scoreRelevance(positions, words.ranking, index.stories))
}

/** The score of each position, as `ranking.ts` defines it; 0 for other stories. */
function scoreRelevance(positions: Uint32Array, words: readonly RankedWord[], stories: number): Uint32Array {
  const scores = new Uint32Array(stories)
  words.forEach(({ weights, titlePositions, idf }, at) => {
    const next = words[at + 1]
    const lower = Math.min(idf, next?.idf ?? 0)
    for (const position of positions) {
      const inTitle = titlePositions[position] ?? NOT_IN_TITLE
      const nextInTitle = next?.titlePositions[position] ?? NOT_IN_TITLE
      const order = inTitle === NOT_IN_TITLE || nextInTitle === NOT_IN_TITLE ? 0 : orderWeight(inTitle, nextInTitle)
      scores[position] = (scores[position] ?? 0) + (weights[position] ?? 0) * idf + order * lower
    }
  })
  return scores
}

/** Sorts positions by their score, highest first; of equal scores the earlier stays. */
export function sortByScore(positions: Uint32Array, scores: Uint32Array | Float64Array): Uint32Array {
  if (positions.length === 0) return positions
  let [least, most, isWhole] = [Infinity, -Infinity, true]
  for (const position of positions) {
    const score = scores[position] ?? 0
    if (score < least) least = score
    if (score > most) most = score
    isWhole &&= Number.isInteger(score)
  }
  if (!isWhole || most - least >= MAX_COUNTING_SORT) return positions.slice().sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
  // Counting sort: the place of each score is the number of higher ones.
  const places = new Uint32Array(most - least + 2)
  for (const position of positions) {
    const place = most - (scores[position] ?? 0) + 1
    places[place] = (places[place] ?? 0) + 1
  }
  for (let place = 1; place < places.length; place++) places[place] = (places[place] ?? 0) + (places[place - 1] ?? 0)
  const ordered = new Uint32Array(positions.length)
  for (const position of positions) {
    const below = most - (scores[position] ?? 0)
    const place = places[below] ?? 0
    ordered[place] = position
    places[below] = place + 1
  }
  return ordered
}
