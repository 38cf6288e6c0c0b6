/** Code points of a summary's excerpt, at most. */
const LONGEST = 280

/** Code points before which no word break is looked for: a text without spaces is cut where it is full. */
const SHORTEST = 200

/** An excerpt short enough for a card: whole, or cut at a word and closed with `…`. */
export function shortenExcerpt(text: string): string {
  if (text.length <= LONGEST) return text
  const points = Array.from(text)
  if (points.length <= LONGEST) return text
  const lastBreak = points.lastIndexOf(' ', LONGEST - 1)
  const end = lastBreak >= SHORTEST ? lastBreak : LONGEST - 1
  return `${points.slice(0, end).join('').replace(/[\s.,;:!?–—-]+$/u, '')}…`
}
