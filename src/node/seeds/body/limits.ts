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
const MAX_ITEMS = 4000
/** Every row of a table has as many cells as its head. */
const MAX_TABLE_CELLS = 12_000
/** Lines, and blocks: paragraphs, headings, rules and code. */
const MAX_LINES = 8000
const MAX_BLOCKS = 4000
/** Addresses that may become links by themselves. */
const MAX_ADDRESSES = 3000
/** The time for footnotes grows with the square of their number. */
const MAX_FOOTNOTES = 600
/** Tags of HTML that open elements, and those of formatting that are left open: browsers open these again in every block. */
const MAX_HTML_TAGS = 4000
const MAX_LEFT_OPEN = 100

const OPENING = /^[ \t]*(?:(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])[ \t]*)+/
/** Begins a block without a blank line before it. */
const BLOCK = /^[ \t]*(?:#|```|~~~|:::|---|===|\*\*\*|___)/
/** The line below a table's head. */
const DELIMITERS = /^(?=.*-)(?=.*\|)[|:> \t-]+$/
/** What HTML calls formatting elements. */
const FORMATTING = /<(\/?)(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?=[\s/>])/gi

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
  if (count(body, /:\/\/|www\.|@/g) > MAX_ADDRESSES) return problem(0, `The body has more than ${MAX_ADDRESSES} addresses. Shorten it.`)
  if (count(body, /<[a-z]/gi) > MAX_HTML_TAGS) return problem(0, `The body has more than ${MAX_HTML_TAGS} HTML elements. Shorten it.`)
  if (leftOpen(body) > MAX_LEFT_OPEN) return problem(0, `The body leaves more than ${MAX_LEFT_OPEN} HTML elements such as <b> and <a> open. Close them.`)
  if (count(body, /\[\^/g) > MAX_FOOTNOTES * 2) return problem(0, `The body has more than ${MAX_FOOTNOTES} footnotes. Shorten it.`)
  let [marks, blockMarks, items, blocks, cells] = [0, 0, 0, 0, 0]
  let columns = 0
  let isInBlock = false
  const lines = body.split('\n')
  if (lines.length > MAX_LINES) return problem(MAX_LINES, `The body has more than ${MAX_LINES} lines. Shorten it.`)
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') {
      blockMarks = columns = 0
      isInBlock = false
      continue
    }
    if ((!isInBlock || BLOCK.test(line)) && ++blocks > MAX_BLOCKS) return problem(index, `The body has more than ${MAX_BLOCKS} paragraphs, headings and other blocks. Shorten it.`)
    isInBlock = true
    const nesting = count(OPENING.exec(line)?.[0] ?? '', />|[^\s>]+/g)
    items += nesting
    if (nesting > MAX_NESTING && !/^[-*_ \t]+$/.test(line)) {
      return problem(index, `This line nests more than ${MAX_NESTING} quotes or lists. Remove some levels.`)
    }
    if (items > MAX_ITEMS) return problem(index, `The body has more than ${MAX_ITEMS} quotes and list items up to this line. Shorten it.`)
    const found = count(line, /[[\]~`*_]/g)
    marks += found
    blockMarks += found
    if (blockMarks > MAX_MARKS_IN_BLOCK || marks > MAX_MARKS) {
      return problem(index, `The body has too many marks of links and emphasis ([ ] ~ \` * _) up to this line: at most ${MAX_MARKS_IN_BLOCK} in a block and ${MAX_MARKS} in all. Insert blank lines, or shorten it.`)
    }
    if (columns === 0 && DELIMITERS.test(line)) columns = count(line, /\|/g)
    if ((cells += columns) > MAX_TABLE_CELLS) return problem(index, `The body has more than ${MAX_TABLE_CELLS} table cells up to this line. Shorten the table.`)
  }
  return null
}

/** How many formatting elements are opened and not closed. */
function leftOpen(body: string): number {
  let open = 0
  for (const [, slash] of body.matchAll(FORMATTING)) open += slash === '' ? 1 : -1
  return open
}

function count(line: string, pattern: RegExp): number {
  return line.match(pattern)?.length ?? 0
}
