/** The fields of a story, most important first. A word's postings are split by the first field that contains it. */
export const FIELDS = ['title', 'topic', 'provider', 'excerpt', 'coverage'] as const

/** Weight of a match in each of `FIELDS`. */
export const FIELD_WEIGHTS: readonly number[] = [6, 4, 3, 2, 1]

/**
 * Inverse document frequency of a word in `matching` of `stories`: 8 for each halving, at least 1.
 * A base-2 logarithm, linear between whole powers, so that every JavaScript engine computes the same integer.
 */
export function inverseDocumentFrequency(matching: number, stories: number): number {
  const share = (stories + 1) / (matching + 1)
  let [power, halvings] = [1, 0]
  while (power * 2 <= share) [power, halvings] = [power * 2, halvings + 1]
  return Math.max(1, Math.round(8 * (halvings + share / power - 1)))
}
