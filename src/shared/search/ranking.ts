/**
 * What counts how much for relevance. A story's score is the sum over the query's words of `matchWeight` times
 * `inverseDocumentFrequency`, plus `orderWeight` for words that follow each other as in the query. Equal scores are
 * sorted newest first. `npm run bench:search` measures a change; the weights' order is what matters most:
 *
 * | What                  | Weight             | Why |
 * | --------------------- | ------------------ | --- |
 * | field                 | 6, 4, 3, 2, 1      | A title says what a story is about, a topic what it belongs to; an excerpt mentions more. |
 * | form                  | 10, 7, 5           | Whoever types a whole word means that word more often than another form or a longer word. |
 * | length of the title   | + 9, 6, 3, 0       | A word is a larger part of a short title. The same for each form, so that it never outweighs one. |
 * | adjacent in the title | + 30               | Words typed side by side are usually remembered side by side. |
 * | in order in the title | + 8                | Who leaves out words in between still types the others in their order. |
 */

/** The fields of a story, most important first; authors belong to `provider`. A word's postings are split by the first field that contains it. */
export const FIELDS = ['title', 'topic', 'provider', 'excerpt', 'coverage'] as const

/** Weights of `FIELDS`. Even in the longest title a word weighs more than in any other field. */
const FIELD_WEIGHTS: readonly number[] = [6, 4, 3, 2, 1]

/** How a story's word matches a query's: the same word, another word of the same stem, or one that begins with it. */
export type MatchForm = 'exact' | 'inflected' | 'prefix'
const FORM_WEIGHTS: Readonly<Record<MatchForm, number>> = { exact: 10, inflected: 7, prefix: 5 }

/** Words of the titles of each length class, at most; longer ones are in a last class. */
const TITLE_LENGTHS: readonly number[] = [6, 8, 10]
const TITLE_LENGTH_WEIGHTS: readonly number[] = [9, 6, 3, 0]
export const TITLE_LENGTH_CLASSES = TITLE_LENGTH_WEIGHTS.length

/** Word positions in titles are known modulo this number, to be stored in a character with the length class. */
export const TITLE_POSITIONS = 8

/** Weights of a word right after the previous one of the query, and of one some words later. */
const ADJACENT_WEIGHT = 30
const IN_ORDER_WEIGHT = 8

/** Words after which another is in order, at most: positions are known only modulo `TITLE_POSITIONS`, and beyond this it rather stands before. */
const IN_ORDER_WORDS = 5

/** Weight of a title with two successive words of a query at these positions, times the lower inverse document frequency of the two. */
export function orderWeight(position: number, next: number): number {
  const distance = (next - position + TITLE_POSITIONS) % TITLE_POSITIONS
  return distance === 1 ? ADJACENT_WEIGHT : distance > 1 && distance <= IN_ORDER_WORDS ? IN_ORDER_WEIGHT : 0
}

/** The length class of a title with so many words. */
export function titleLengthClass(words: number): number {
  const found = TITLE_LENGTHS.findIndex((most) => words <= most)
  return found < 0 ? TITLE_LENGTHS.length : found
}

/** Weight of a match in one of `FIELDS`, by its index, of 5 to 69. The length class counts for titles only. */
export function matchWeight(field: number, form: MatchForm, lengthClass: number): number {
  const weight = (FIELD_WEIGHTS[field] ?? 0) * FORM_WEIGHTS[form]
  return field === 0 ? weight + (TITLE_LENGTH_WEIGHTS[lengthClass] ?? 0) : weight
}

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
