import type { Mapping } from './yaml.ts'

const ESCAPED = /"(?:[^"\\\t\n]|\\["\\/bfnrt]|\\u[\dA-Fa-f]{4})*"/y
const SINGLE_QUOTED = /'(?:[^'\n]|'')*'/y
/** What opens a text without quotes, of all that may: no indicator of YAML. */
const OPENS_PLAIN = /^(?:[\w/(.+$=;^~<\u00A1-\uFEFE]|-\w)/

/**
 * Reads the YAML that crawlers write: mappings and lists by indentation, and each text on one line.
 * All scalars are strings. Undefined for everything else (comments, several lines, flow collections,
 * errors): gray-matter and js-yaml read that, ten times slower. What it returns is what they would
 * (`test/node/seeds/plain-yaml.test.ts`). `text` has `\n` line breaks and no control characters.
 */
export function readPlainYaml(text: string): Mapping | undefined {
  const lines = new Lines(text)
  lines.advance()
  const mapping = lines.indent === 0 ? readMapping(lines, 0) : undefined
  return lines.indent === END ? mapping : undefined
}

/** The indentation after the last line. */
const END = -1

/** The line at hand; blank ones are passed over. */
class Lines {
  readonly text: string
  /** Spaces before its first character. */
  indent = END
  /** Of its first character, and behind its last that is no space. */
  start = 0
  end = 0
  #next = 0

  constructor(text: string) {
    this.text = text
  }

  advance(): void {
    const { text } = this
    while (this.#next < text.length) {
      const from = this.#next
      const found = text.indexOf('\n', from)
      let end = found === -1 ? text.length : found
      this.#next = end + 1
      const start = afterSpaces(text, from)
      if (start >= end) continue
      while (text.charCodeAt(end - 1) === SPACE) end--
      this.indent = start - from
      this.start = start
      this.end = end
      return
    }
    this.indent = END
  }

  /** Whether the line opens a list's entry. */
  isEntry(): boolean {
    return this.text.charCodeAt(this.start) === DASH && (this.start + 1 === this.end || this.text.charCodeAt(this.start + 1) === SPACE)
  }
}

const SPACE = 32
const DASH = 45
const COLON = 58

function readMapping(lines: Lines, indent: number): Mapping | undefined {
  const fields: Record<string, unknown> = {}
  while (lines.indent === indent) {
    const colon = keyEnd(lines, lines.start)
    if (colon === -1) return undefined
    const key = lines.text.slice(lines.start, colon)
    if (key === '__proto__' || Object.hasOwn(fields, key)) return undefined
    const value = colon + 1 === lines.end ? readBelow(lines, indent, true) : readText(lines, afterSpaces(lines.text, colon + 1), indent)
    if (value === undefined) return undefined
    fields[key] = value
  }
  return lines.indent > indent ? undefined : fields
}

function readList(lines: Lines, indent: number): unknown[] | undefined {
  const entries: unknown[] = []
  while (lines.indent === indent && lines.isEntry()) {
    const entry = readEntry(lines, indent)
    if (entry === undefined) return undefined
    entries.push(entry)
  }
  return lines.indent > indent ? undefined : entries
}

function readEntry(lines: Lines, indent: number): unknown {
  if (lines.start + 1 === lines.end) return readBelow(lines, indent, false)
  const from = afterSpaces(lines.text, lines.start + 1)
  if (keyEnd(lines, from) === -1) return readText(lines, from, indent)
  lines.indent += from - lines.start
  lines.start = from
  return readMapping(lines, lines.indent)
}

/** A value that stands under its key or dash, or null when nothing does. A key's list may stand as far left as the key. */
function readBelow(lines: Lines, indent: number, isKey: boolean): unknown {
  lines.advance()
  if (lines.indent > indent) return lines.isEntry() ? readList(lines, lines.indent) : readMapping(lines, lines.indent)
  return isKey && lines.indent === indent && lines.isEntry() ? readList(lines, indent) : null
}

/** The text from `from` to the line's end. A next line that stands deeper would belong to it. */
function readText(lines: Lines, from: number, indent: number): unknown {
  const value = toText(lines, from)
  lines.advance()
  return lines.indent > indent ? undefined : value
}

function toText({ text, end }: Lines, from: number): unknown {
  switch (text.charAt(from)) {
    case '"': {
      const raw = text.slice(from + 1, end - 1)
      if (text.indexOf('"', from + 1) === end - 1 && !raw.includes('\\')) return raw
      return closes(ESCAPED, text, from, end) ? JSON.parse(text.slice(from, end)) : undefined
    }
    case "'":
      return closes(SINGLE_QUOTED, text, from, end) ? text.slice(from + 1, end - 1).replaceAll("''", "'") : undefined
    case '[':
      return end - from === 2 && text.charAt(from + 1) === ']' ? [] : undefined
    default: {
      const plain = text.slice(from, end)
      const isMore = plain.includes(': ') || plain.includes(' #') || plain.endsWith(':') || plain.includes('\t')
      return isMore || !OPENS_PLAIN.test(plain) ? undefined : plain
    }
  }
}

/** Whether a quoted text fills the line. */
function closes(quoted: RegExp, text: string, from: number, end: number): boolean {
  quoted.lastIndex = from
  return quoted.test(text) && quoted.lastIndex === end
}

/** Offset of the colon behind a key of letters, digits, `_` and `-` that stands at `from`; -1 when none does. */
function keyEnd({ text, end }: Lines, from: number): number {
  let at = from
  while (isKeySign(text.charCodeAt(at))) at++
  if (at === from || text.charCodeAt(at) !== COLON || text.charCodeAt(from) === DASH) return -1
  return at + 1 === end || text.charCodeAt(at + 1) === SPACE ? at : -1
}

function isKeySign(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95 || code === DASH
}

function afterSpaces(text: string, from: number): number {
  let at = from
  while (text.charCodeAt(at) === SPACE) at++
  return at
}
