import type { Problem } from '../../issues/place.ts'

/** Longest body, in characters. */
export const MAX_BODY = 128 * 1024

/** Longest HTML of one body, in characters. */
export const MAX_HTML = 1024 * 1024

/** Markdown is read in time quadratic to the signs of links and emphasis in one block. */
const MAX_SIGNS_IN_BLOCK = 2000
/** A link's definition may be repeated by every bracket that names it. */
const MAX_SIGNS = 20_000
/** Quotes and list items opened by one line, and by all. */
const MAX_NESTING = 12
const MAX_ITEMS = 10_000
/** The widest row of a table widens every other. */
const MAX_TABLE_CELLS = 50_000

const OPENING = /^[ \t]*(?:(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])[ \t]*)+/

/**
 * Why a body would take too long, or too much memory, to turn into HTML; null for every body that a
 * person would write. `body` isn't blank; `firstLine` is its first line's number in the file.
 */
export function bodyProblem(body: string, firstLine: number): Problem | null {
  const problem = (index: number, message: string): Problem => ({ line: firstLine + index, column: 1, message })
  if (body.length > MAX_BODY) {
    return problem(0, `The body holds ${body.length} characters; at most ${MAX_BODY} are read. Shorten it.`)
  }
  let [signs, blockSigns, items, widest] = [0, 0, 0, 0]
  const lines = body.split('\n')
  for (const [index, line] of lines.entries()) {
    const nesting = count(OPENING.exec(line)?.[0] ?? '', />|[^\s>]+/g)
    items += nesting
    if (nesting > MAX_NESTING && !/^[-*_ \t]+$/.test(line)) {
      return problem(index, `More than ${MAX_NESTING} quotes or lists are nested in this line. Remove some levels.`)
    }
    if (items > MAX_ITEMS) return problem(index, `The body holds more than ${MAX_ITEMS} quotes and list items up to this line. Shorten it.`)
    const found = count(line, /[[\]~`*_]/g)
    signs += found
    blockSigns = line.trim() === '' ? 0 : blockSigns + found
    if (blockSigns > MAX_SIGNS_IN_BLOCK || signs > MAX_SIGNS) {
      return problem(index, 'The body holds too many signs of links and emphasis ([ ] ~ ` * _) up to this line. Break it up with blank lines, or shorten it.')
    }
    widest = Math.max(widest, count(line, /\|/g))
    if (widest * lines.length > MAX_TABLE_CELLS) return problem(index, 'The table that stands here is too wide for a body this long. Shorten one of them.')
  }
  return null
}

function count(line: string, pattern: RegExp): number {
  return line.match(pattern)?.length ?? 0
}
