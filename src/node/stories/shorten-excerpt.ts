import { unitsOf } from '../../shared/text/code-points.ts'

/** Code points of a summary's excerpt, at most. */
const LONGEST = 280

/** Code points before which no word break is looked for: a text without spaces is cut where it is full. */
const SHORTEST = 200

/** An excerpt short enough for a card: whole, or cut at a word and closed with `…`. */
export function shortenExcerpt(text: string): string {
  if (text.length <= LONGEST) return text
  if (unitsOf(text, LONGEST) === text.length) return text
  const last = unitsOf(text, LONGEST - 1)
  const lastBreak = text.lastIndexOf(' ', last)
  const end = lastBreak >= unitsOf(text, SHORTEST) ? lastBreak : last
  return `${text.slice(0, end).replace(/[\s.,;:!?–—-]+$/u, '')}…`
}
