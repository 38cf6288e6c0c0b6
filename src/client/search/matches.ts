import { FIELD_WEIGHTS } from '../../shared/search/ranking.ts'
import { postingsOf, type TermEntry } from './term-index.ts'

/** For each story the weight of the best field that matches; 0 if none does. */
export type FieldWeights = Uint8Array

/** The stories that match a word. */
export interface Match {
  readonly weights: FieldWeights
  /** How many stories match. */
  readonly count: number
}

/** The stories of any of the entries. */
export function union(entries: readonly TermEntry[], stories: number): Match {
  const weights = new Uint8Array(stories)
  let count = 0
  for (const entry of entries) {
    postingsOf(entry).forEach((positions, field) => {
      const weight = FIELD_WEIGHTS[field] ?? 0
      for (const position of positions) {
        const known = weights[position] ?? 0
        if (known === 0) count++
        if (known < weight) weights[position] = weight
      }
    })
  }
  return { weights, count }
}
