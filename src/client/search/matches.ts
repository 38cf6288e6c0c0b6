import { FIELD_WEIGHTS } from '../../shared/search/ranking.ts'
import { positionsOf, type Entry } from './term-index.ts'

/** For each story the worth of the best field that matches; 0 for a story that does not. */
export type Worths = Uint8Array

export interface Match {
  readonly worths: Worths
  /** Stories that match. */
  readonly found: number
}

/** The stories of any of the entries. */
export function unite(entries: readonly Entry[], stories: number): Match {
  const worths = new Uint8Array(stories)
  let found = 0
  for (const entry of entries) {
    positionsOf(entry).forEach((positions, field) => {
      const worth = FIELD_WEIGHTS[field] ?? 0
      for (const position of positions) {
        const known = worths[position] ?? 0
        if (known === 0) found++
        if (known < worth) worths[position] = worth
      }
    })
  }
  return { worths, found }
}
