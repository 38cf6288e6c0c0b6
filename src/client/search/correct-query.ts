import type { FeedFilter } from '../../shared/filter/feed-filter.ts'
import { correctQuery } from '../../shared/search/parse-query.ts'
import { evaluateFilter, selectPositions, type FilterMatches } from './evaluate-filter.ts'
import type { OpenIndex } from './open-index.ts'
import { similarWords } from './similar-words.ts'

/** Combinations of corrected words that are tried, at most. */
const MAX_COMBINATIONS = 24

/** A corrected filter that matches stories. */
export interface CorrectedFilter {
  readonly filter: FeedFilter
  readonly matches: FilterMatches
  readonly positions: Uint32Array
}

/**
 * Replaces misspelled words of a filter's query by the most similar words that together match stories. Of equally
 * similar ones, those that match the most stories win, so the other words of the query decide. `misspelled` lists
 * sets of words to replace together. Null when no set can be replaced.
 */
export async function correctFilter(
  index: OpenIndex,
  filter: FeedFilter,
  misspelled: readonly (readonly string[])[],
  signal?: AbortSignal,
): Promise<CorrectedFilter | null> {
  const combinations = await Promise.all(misspelled.map((words) => combine(index, words, signal)))
  let best: CorrectedFilter | null = null
  let bestEdits = Infinity
  for (const { edits, corrections } of combinations.flat().sort((a, b) => a.edits - b.edits).slice(0, MAX_COMBINATIONS)) {
    if (edits > bestEdits) break
    const corrected = { ...filter, words: correctQuery(filter.words, corrections) }
    const matches = await evaluateFilter(index, corrected, signal)
    const positions = selectPositions(matches, corrected)
    if (positions.length <= (best?.positions.length ?? 0)) continue
    best = { filter: corrected, matches, positions }
    bestEdits = edits
  }
  return best
}

interface Combination {
  readonly edits: number
  readonly corrections: ReadonlyMap<string, string>
}

/** Every combination of one similar word for each misspelled one, fewest edits first. */
async function combine(index: OpenIndex, misspelled: readonly string[], signal?: AbortSignal): Promise<Combination[]> {
  const similar = await Promise.all(misspelled.map((word) => similarWords(index, word, signal)))
  let all: Combination[] = [{ edits: 0, corrections: new Map() }]
  misspelled.forEach((word, at) => {
    const others = similar[at] ?? []
    all = all.flatMap(({ edits, corrections }) => others.map((other) => ({ edits: edits + other.edits, corrections: new Map(corrections).set(word, other.word) })))
    all = all.sort((a, b) => a.edits - b.edits).slice(0, MAX_COMBINATIONS)
  })
  return all
}
