import type { Problem } from '../../issues/place.ts'

/** Longest body, in characters. */
export const MAX_BODY = 128 * 1024

/** Longest HTML of one body, in characters. */
export const MAX_HTML = 1024 * 1024

/** Markdown takes time quadratic in the marks of links and emphasis in one block. */
const MAX_MARKS_IN_BLOCK = 2000
/** Every bracket may repeat a link definition. */
const MAX_MARKS = 20_000
/** Template tags take time quadratic in their number. */
const MAX_TAGS = 2000
/** Most quotes and list items that one line opens, and that the body opens. */
const MAX_NESTING = 12
const MAX_ITEMS = 10_000
/** Every row of a table gets as many cells as its widest row. */
const MAX_TABLE_CELLS = 50_000

const OPENING = /^[ \t]*(?:(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])[ \t]*)+/

/**
 * Why a body would take too much time or memory to convert to HTML; null for any body that a person would
 * write. `body` isn't blank; `firstLine` is the number of its first line in the file.
 */
export function bodyProblem(body: string, firstLine: number): Problem | null {
  const problem = (index: number, message: string): Problem => ({ line: firstLine + index, column: 1, message })
  if (body.length > MAX_BODY) {
    return problem(0, `The body has ${body.length} characters; at most ${MAX_BODY} are allowed. Shorten it.`)
  }
  if (count(body, /\{[{%#:/]/g) > MAX_TAGS) return problem(0, `The body has more than ${MAX_TAGS} template tags. Remove some.`)
  let [marks, blockMarks, items, widest] = [0, 0, 0, 0]
  const lines = body.split('\n')
  for (const [index, line] of lines.entries()) {
    const nesting = count(OPENING.exec(line)?.[0] ?? '', />|[^\s>]+/g)
    items += nesting
    if (nesting > MAX_NESTING && !/^[-*_ \t]+$/.test(line)) {
      return problem(index, `This line nests more than ${MAX_NESTING} quotes or lists. Remove some levels.`)
    }
    if (items > MAX_ITEMS) return problem(index, `The body has more than ${MAX_ITEMS} quotes and list items up to this line. Shorten it.`)
    const found = count(line, /[[\]~`*_]/g)
    marks += found
    blockMarks = line.trim() === '' ? 0 : blockMarks + found
    if (blockMarks > MAX_MARKS_IN_BLOCK || marks > MAX_MARKS) {
      return problem(index, `The body has too many marks of links and emphasis ([ ] ~ \` * _) up to this line: at most ${MAX_MARKS_IN_BLOCK} in a block and ${MAX_MARKS} in all. Insert blank lines, or shorten it.`)
    }
    widest = Math.max(widest, count(line, /\|/g))
    if (widest * lines.length > MAX_TABLE_CELLS) return problem(index, 'The table in this line is too wide for a body this long. Shorten either.')
  }
  return null
}

function count(line: string, pattern: RegExp): number {
  return line.match(pattern)?.length ?? 0
}
