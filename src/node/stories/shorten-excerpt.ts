import { unitsOf } from '../../shared/text/code-points.ts'

/** Longest excerpt of a story summary, in code points. */
const MAX_LENGTH = 280

/** Shortest result of a cut at a space, in code points; otherwise the text is cut at its limit. */
const MIN_LENGTH = 200

/** An excerpt short enough for a card: whole, or cut at a space and ending in `…`. */
export function shortenExcerpt(text: string): string {
  if (text.length <= MAX_LENGTH) return text
  if (unitsOf(text, MAX_LENGTH) === text.length) return text
  const last = unitsOf(text, MAX_LENGTH - 1)
  const lastBreak = text.lastIndexOf(' ', last)
  const end = lastBreak >= unitsOf(text, MIN_LENGTH) ? lastBreak : last
  return `${text.slice(0, end).replace(/[\s.,;:!?–—-]+$/u, '')}…`
}
