import { placeAt, type Problem } from '../issues/place.ts'

/** Longest front matter, in characters: about thirty times a long one. */
export const MAX_FRONT_MATTER = 64 * 1024

/** gray-matter's search for comments takes time quadratic in the length of such a run. */
const BLANK_RUN = /\s{1001}/

export type FrontMatterFormat = 'yaml' | 'toml'

/** A seed's text, split. */
export interface SplitSeed {
  readonly format: FrontMatterFormat
  /** The front matter without its delimiters; empty when there is none. */
  readonly head: string
  /** Number of the front matter's first line in the file; 0 when there is no front matter. */
  readonly headLine: number
  readonly body: string
}

const CONTROL = /[\0-\x08\v\f\x0E-\x1F\x7F-\x84\x86-\x9F\uFFFE\uFFFF]/ // oxlint-disable-line no-control-regex
const KEY_LINE = /^["']?[\w-]+["']?[ \t]*:(?:[ \t]|$)/
/** The language of the front matter, after the dashes. */
const LANGUAGE = /^---[ \t]*(\w+)[ \t]*$/

/**
 * Splits a seed into front matter (YAML between `---` lines, TOML between `+++` lines, or a JSON object) and body.
 * gray-matter doesn't see the whole file, because it would end the front matter at any line that begins with the
 * delimiter, or at the file's end, and would run the language named after the first `---`. `text` has only `\n`
 * line breaks.
 */
export function splitFrontMatter(text: string): SplitSeed | Problem {
  const first = text.slice(0, endOfLine(text, 0))
  if (isDelimiter(first, '---')) return splitAt(text, '---')
  if (isDelimiter(first, '+++')) return splitAt(text, '+++')
  if (/^\{[ \t]*(?:"|$)/.test(first)) return splitJson(text)
  const language = LANGUAGE.exec(first)?.[1]?.toLowerCase()
  if (language !== undefined && /^(?:ya?ml|json|js|javascript)$/.test(language)) return splitAt(text, '---', language.startsWith('j') && language !== 'json')
  if (/^---[ \t]*\w/.test(first)) {
    return problem(1, 'The first line must be exactly --- or +++: front matter is YAML, TOML or JSON, and no other language is supported. Remove the text after the dashes.')
  }
  const late = /^\s+(?=(?:---|\+\+\+)[ \t]*\n["']?[\w-]+["']?[ \t]*[:=])/.exec(text)
  if (late !== null) return problem(1, 'Front matter must begin in the first line of the file. Remove the blank lines above it.')
  return { format: 'yaml', head: '', headLine: 0, body: text }
}

function splitAt(text: string, delimiter: string, isJavaScript = false): SplitSeed | Problem {
  const firstEnd = endOfLine(text, 0)
  const start = Math.min(firstEnd + 1, text.length)
  const close = endOfFrontMatter(text, firstEnd, delimiter)
  if (close === -1) {
    return problem(1, `The front matter that begins here has no end. Add a line ${delimiter} after its last field.`)
  }
  const line = text.slice(close, endOfLine(text, close))
  const at = placeAt(text, close).line
  if (!isDelimiter(line, delimiter)) {
    return problem(at, `This line of the front matter begins with ${delimiter} but contains more. The line that ends the front matter must be exactly ${delimiter}.`)
  }
  const head = text.slice(start, Math.max(start, close - 1))
  const body = text.slice(close + line.length + 1)
  return headProblem(head) ?? secondBlockProblem(body, at + 1) ?? { format: delimiter === '---' ? 'yaml' : 'toml', head: isJavaScript ? constantsOf(head) : head, headLine: 2, body }
}

/** The texts, numbers and flags that JavaScript front matter assigns (Eleventy's `---js`), as YAML. Nothing of it is run. */
function constantsOf(code: string): string {
  if (code.trimStart().startsWith('{')) return code
  return code.replace(/^.*$/gm, (line) => {
    const [, name, value] = /^(?:export )?(?:const|let|var) +(\w+) *= *("(?:[^"\\]|\\.)*"|'[^'\\]*'|[\w.-]+) *;?[ \t]*$/.exec(line) ?? []
    return name === undefined ? '' : `${name}: ${value}`
  })
}

/** JSON is YAML too. Its object ends at the first line that is exactly `}`, or with the first line. */
function splitJson(text: string): SplitSeed | Problem {
  const firstEnd = endOfLine(text, 0)
  const isOneLine = /\}[ \t]*$/.test(text.slice(0, firstEnd))
  const closing = /\n\}[ \t]*(?=\n|$)/.exec(text)
  const end = isOneLine ? firstEnd : closing === null ? -1 : closing.index + closing[0].length
  if (end === -1) return problem(1, 'The front matter that begins here has no end. Add a line } after its last field.')
  const head = text.slice(0, end)
  return headProblem(head) ?? { format: 'yaml', head, headLine: 1, body: text.slice(end + 1) }
}

function isDelimiter(line: string, delimiter: string): boolean {
  return line.trimEnd() === delimiter
}

function endOfFrontMatter(text: string, from: number, delimiter: string): number {
  const found = text.indexOf(`\n${delimiter}`, from)
  return found === -1 ? -1 : found + 1
}

function headProblem(head: string): Problem | null {
  if (head.length > MAX_FRONT_MATTER) {
    return problem(1, `The front matter has ${head.length} characters; at most ${MAX_FRONT_MATTER} are allowed. Shorten it, or move text into the body.`)
  }
  const blank = head.search(BLANK_RUN)
  if (blank !== -1) return problem(placeAt(head, blank + 1).line + 1, 'The front matter contains more than 1000 characters of white space in a row. Remove them.')
  const control = head.search(CONTROL)
  if (control === -1) return null
  const code = (head.codePointAt(control) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  const { line, column } = placeAt(head, control)
  return { ...problem(line + 1, `The front matter contains the control character U+${code}. Remove it.`), column }
}

/** The problem of a body that begins with front matter too: two seeds in one file, or fields that would be ignored. */
function secondBlockProblem(body: string, firstLine: number): Problem | null {
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
  return problem(at, 'A second front matter block begins here, but a seed has only one. Move its fields into the first block, or its story into another file.')
}

function problem(line: number, message: string): Problem {
  return { line, column: 1, message }
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end === -1 ? text.length : end
}
