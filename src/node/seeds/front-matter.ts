import { placeAt } from '../issues/place.ts'
import type { Problem } from '../issues/place.ts'

/** Longest front matter, in characters: thirty times the sample's, and gray-matter's comment search stays quick. */
export const MAX_FRONT_MATTER = 64 * 1024

/** White space that gray-matter's search for comments would take seconds over: its time is quadratic to a run's length. */
const BLANK_RUN = /\s{1001}/

/** A seed's text, taken apart. */
export interface SplitSeed {
  /** YAML between the two `---` lines, without them. Its first line is the file's second. */
  readonly head: string
  readonly body: string
}

const CONTROL = /[\0-\x08\v\f\x0E-\x1F\x7F-\x84\x86-\x9F\uFFFE\uFFFF]/ // eslint-disable-line no-control-regex
const KEY_LINE = /^["']?[\w-]+["']?[ \t]*:(?:[ \t]|$)/
const CLOSED = /^---[ \t]*$/

/**
 * Finds the front matter by its two `---` lines. gray-matter would close at any line that merely
 * begins with `---`, take a missing end for the file's end and run the language named after the
 * first `---`; what it is given has therefore been cut here. `text` has `\n` line breaks only.
 */
export function splitFrontMatter(text: string): SplitSeed | Problem {
  const firstEnd = endOfLine(text, 0)
  const first = text.slice(0, firstEnd)
  if (!CLOSED.test(first)) return badOpening(text, first)
  const start = Math.min(firstEnd + 1, text.length)
  const close = closingLine(text, firstEnd)
  if (close === -1) {
    return problem(1, 'The front matter that opens here is never closed. Put a line --- after its last field.')
  }
  const line = text.slice(close, endOfLine(text, close))
  const at = placeAt(text, close).line
  if (!CLOSED.test(line)) {
    return problem(at, 'A line of the front matter begins with --- but holds more. The line that closes it must be exactly ---.')
  }
  const head = text.slice(start, Math.max(start, close - 1))
  const body = text.slice(close + line.length + 1)
  return refusedHead(head) ?? secondBlock(body, at + 1) ?? { head, body }
}

function badOpening(text: string, first: string): Problem {
  if (text.trim() === '') return problem(1, 'The file is empty. A seed opens with a line ---, its fields, and another line ---.')
  if (first.startsWith('---')) {
    return problem(1, 'The first line must be exactly ---: front matter is YAML, and no other language is read. Remove what follows the dashes.')
  }
  return problem(1, 'The file has no front matter. Its first line must be exactly ---, then come its fields, then another line ---.')
}

function closingLine(text: string, from: number): number {
  const found = text.indexOf('\n---', from)
  return found === -1 ? -1 : found + 1
}

function refusedHead(head: string): Problem | null {
  if (head.length > MAX_FRONT_MATTER) {
    return problem(1, `The front matter holds ${head.length} characters; at most ${MAX_FRONT_MATTER} are read. Shorten it, or move text into the body.`)
  }
  const blank = head.search(BLANK_RUN)
  if (blank !== -1) return problem(placeAt(head, blank + 1).line + 1, 'The front matter holds more than 1000 characters of white space in a row. Remove them.')
  const control = head.search(CONTROL)
  if (control === -1) return null
  const code = (head.codePointAt(control) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  const { line, column } = placeAt(head, control)
  return { ...problem(line + 1, `The front matter holds the control character U+${code}. Remove it.`), column }
}

/** A body that opens with another front matter block: two seeds in one file, or fields that nobody would read. */
function secondBlock(body: string, firstLine: number): Problem | null {
  const open = body.search(/\S/)
  const start = open === -1 ? -1 : body.lastIndexOf('\n', open) + 1
  if (start === -1 || !body.startsWith('---', start)) return null
  const rest = body.slice(start)
  const line = rest.slice(0, endOfLine(rest, 0))
  const language = /^---[ \t]*([\w.+-]*)[ \t]*$/.exec(line)?.[1]
  if (language === undefined || language.startsWith('-')) return null
  const inside = rest.slice(line.length + 1)
  const closed = /^---[ \t]*$/m.test(inside)
  const direct = KEY_LINE.test(inside.slice(0, endOfLine(inside, 0)))
  const opensWithKey = direct || KEY_LINE.test(inside.trimStart())
  if (!direct && !(closed && (language !== '' || opensWithKey))) return null
  const at = firstLine + placeAt(body, start).line - 1
  return problem(at, 'A second front matter block opens here: one seed, one front matter. Move its fields into the first block, or its story into a file of its own.')
}

function problem(line: number, message: string): Problem {
  return { line, column: 1, message }
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end === -1 ? text.length : end
}
