/** Where a story holds a word; the earlier, the more it says. A word's postings are split by the first that holds it. */
export const FIELDS = ['title', 'topic', 'provider', 'excerpt', 'coverage'] as const

/** What a match is worth in each of `FIELDS`. */
export const FIELD_WEIGHTS: readonly number[] = [6, 4, 3, 2, 1]

/**
 * How much it says that a story holds a word that `found` of `stories` hold: eight steps for each
 * halving, at least one. Logarithm to base 2, straight between whole powers: the same to the last
 * bit in every engine.
 */
export function rarityOf(found: number, stories: number): number {
  const share = (stories + 1) / (found + 1)
  let [power, halvings] = [1, 0]
  while (power * 2 <= share) [power, halvings] = [power * 2, halvings + 1]
  return Math.max(1, Math.round(8 * (halvings + share / power - 1)))
}
