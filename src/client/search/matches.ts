import { matchWeight, TITLE_LENGTH_CLASSES, type MatchForm } from '../../shared/search/ranking.ts'
import { postingsOf, titlesOf, type TermEntry } from './term-index.ts'

/** For each story the weight of its best match; 0 if there is none. */
export type Weights = Uint8Array

/** No position: the story's title does not contain the word. */
export const NOT_IN_TITLE = 255

/** The stories that match a word. */
export interface Match {
  readonly weights: Weights
  /** How many stories match. */
  readonly count: number
  /** For each story the position of the exact word in its title, modulo `TITLE_POSITIONS`, or `NOT_IN_TITLE`. */
  readonly titlePositions: Uint8Array
}

/** A word of the index that matches a word of the query. */
export interface FormEntry {
  readonly entry: TermEntry
  readonly form: MatchForm
}

/** The stories that contain any of the words. */
export function union(words: readonly FormEntry[], stories: number): Match {
  const weights = new Uint8Array(stories)
  const titlePositions = new Uint8Array(stories).fill(NOT_IN_TITLE)
  let count = 0
  for (const { entry, form } of words) {
    const titles = titlesOf(entry)
    postingsOf(entry).forEach((positions, field) => {
      positions.forEach((position, at) => {
        const title = field === 0 ? (titles[at] ?? 0) : 0
        const weight = matchWeight(field, form, title % TITLE_LENGTH_CLASSES)
        const known = weights[position] ?? 0
        if (known === 0) count++
        if (known < weight) weights[position] = weight
        if (field === 0 && form === 'exact') titlePositions[position] = Math.floor(title / TITLE_LENGTH_CLASSES)
      })
    })
  }
  return { weights, count, titlePositions }
}

/** Not 0 for each story that has any of the keys. */
export function storiesOf(entries: readonly TermEntry[], stories: number): Weights {
  return union(entries.map((entry) => ({ entry, form: 'exact' })), stories).weights
}
