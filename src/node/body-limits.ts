import type { Problem } from './decode-seed.ts'

/** Longest body, in characters. */
export const MAX_BODY = 128 * 1024

/** Markdown is read in time quadratic to the brackets, tildes and backticks of one block. */
const MAX_MARKS_IN_BLOCK = 2000
/** A link's definition may be repeated by every bracket that names it. */
const MAX_MARKS = 10_000
/** The widest row of a table widens every other. */
const MAX_TABLE_CELLS = 50_000

/** Fifty quotes or list items inside each other, opened by one line. */
const DEEP_LINE = /^[ \t]*(?:(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])[ \t]*){50}/

/** Why a body would take too long, or too much memory, to turn into HTML. `body` isn't blank; `firstLine` is its first line's number. */
export function bodyProblem(body: string, firstLine: number): Problem | null {
  if (body.length > MAX_BODY) {
    return { line: firstLine, column: 1, message: `The body holds ${body.length} characters; at most ${MAX_BODY} are read. Shorten it.` }
  }
  let marks = 0
  let blockMarks = 0
  let widest = 0
  const lines = body.split('\n')
  for (const [index, line] of lines.entries()) {
    const at = { line: firstLine + index, column: 1 }
    if (DEEP_LINE.test(line)) return { ...at, message: 'More than 50 quotes or lists are nested in this line. Remove some levels.' }
    const found = count(line, /[[\]~`]/g)
    marks += found
    blockMarks = line.trim() === '' ? 0 : blockMarks + found
    if (blockMarks > MAX_MARKS_IN_BLOCK || marks > MAX_MARKS) {
      return { ...at, message: 'The body holds too many brackets, tildes or backticks up to this line. Break it up with blank lines, or shorten it.' }
    }
    widest = Math.max(widest, count(line, /\|/g))
    if (widest * lines.length > MAX_TABLE_CELLS) return { ...at, message: 'The table that stands here is too wide for a body this long. Shorten one of them.' }
  }
  return null
}

function count(line: string, pattern: RegExp): number {
  return line.match(pattern)?.length ?? 0
}
