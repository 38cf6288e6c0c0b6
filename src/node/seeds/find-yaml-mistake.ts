/** Where an author's mistake in YAML is, which a parser notices later, or never. */
export interface YamlMistake {
  /** 0-based. */
  readonly line: number
  readonly column: number
  readonly reason: string
}

const UNCLOSED_QUOTE = 'this quotation has no end. Close it, or write \\" for a quotation mark inside the text.'
const AFTER_QUOTE = "text follows the end of this quotation. Write \\\" for a quotation mark inside double quotes, or '' inside single quotes."
const UNCLOSED_BRACKET = 'a list or mapping in brackets has no comma or closing bracket here. Put text that begins with [ or { in quotes.'
const NO_COLON = 'this line is no field: a field is a name, a colon, a space and a value. Add what is missing, or put the text in quotes on the line above.'
const NO_BLANK = 'the colon needs a space after it (title: …).'
const NO_DASH_BLANK = 'the dash of a list needs a space after it (- …).'
const INDENTATION = 'this line is indented differently from those it belongs to. Use the same number of spaces.'
const TAB = 'this line is indented with a tab. Use spaces.'

const ENTRY = /^( *)((?:- +)*)(?:("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s#"'[\]{},&*!|>%@`-][^\s:]*|-[^\s:][^\s:]*)[ \t]*:(?=\s|$))?[ \t]*(.*)$/
const NEXT_ENTRY = /^ *(?:- +)*(?:["']?[\w-]+["']? *:(?:\s|$)|-\s)/

/** A field whose colon has no space after it, but no address. */
const WITHOUT_BLANK = /^["']?[\w-]+["']?:(?!\/\/)\S/

interface Level {
  readonly indent: number
  readonly line: number
}

/**
 * The first mistake in block YAML of fields and lists, by its lines: text that runs into the next field, brackets and
 * quotes that are not closed, indentation that fits nothing. Null where the lines look right. Only for text that is
 * short enough to be front matter; the parser decides whether it is valid.
 */
export function findYamlMistake(text: string): YamlMistake | null {
  // JSON has no lines of fields.
  if (/^\s*\{/.test(text)) return null
  const lines = text.split('\n')
  const indents = countIndents(lines)
  let levels: Level[] = []
  /** Whether the last entry has a value on its own line. */
  let isComplete = false
  /** The last line, if it is text below a field or beside a dash. */
  let plain: Level & { readonly text: string } | null = null
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (/^\s*(?:#|$)/.test(line)) continue
    if (/^ *\t/.test(line)) return { line: at, column: 0, reason: TAB }
    const [, blank = '', dashes = '', key, value = ''] = ENTRY.exec(line) ?? []
    const indent = blank.length
    const top = levels.at(-1)
    if (key === undefined && dashes === '' && !/^-\s*$/.test(line.trim())) {
      // Text goes on in the next line if it is indented.
      if (/^[[{"']/.test(line.trim()) && !isComplete) {
        const end = skipValue(lines, at, line.trim(), indent)
        if (typeof end !== 'number') return end
        at = end
        isComplete = true
        continue
      }
      const column = indent
      if (top === undefined || indent <= top.indent || !isComplete) {
        if (/^-[^\s-]/.test(line.trim())) return { line: at, column, reason: NO_DASH_BLANK }
        if (WITHOUT_BLANK.test(line.trim())) return { line: at, column, reason: NO_BLANK }
        if (top === undefined || indent <= top.indent) return { line: at, column, reason: NO_COLON }
      }
      plain = { indent, line: at, text: line.trim() }
      isComplete = true
      continue
    }
    if (top !== undefined && indent > top.indent && isComplete) {
      if (plain !== null && WITHOUT_BLANK.test(plain.text)) return { line: plain.line, column: plain.indent, reason: NO_BLANK }
      if (plain?.indent === indent) return { line: plain.line, column: indent, reason: NO_COLON }
      return oddLine(indents, top, { indent, line: at })
    }
    plain = key === undefined ? { indent: indent + dashes.length, line: at, text: value } : null
    if (top === undefined || indent > top.indent) levels.push({ indent, line: at })
    else {
      const last = levels.find((level) => level.indent > indent)
      levels = levels.filter((level) => level.indent <= indent)
      if (last !== undefined && levels.at(-1)?.indent !== indent) return oddLine(indents, last, { indent, line: at })
    }
    // A field beside a dash opens a level of its own.
    if (dashes !== '' && key !== undefined) levels.push({ indent: indent + dashes.length, line: at })
    const rest = value.replace(/^(?:&|!)\S*\s*/, '')
    isComplete = rest !== '' && !rest.startsWith('#') && rest !== '-'
    if (!isComplete) continue
    if (/^[|>][-+\d]*\s*(?:#.*)?$/.test(rest)) {
      while (at + 1 < lines.length && (/^\s*$/.test(lines[at + 1] ?? '') || indentOf(lines[at + 1]) > indent)) at++
      continue
    }
    const end = skipValue(lines, at, rest, key === undefined ? indent : indent + dashes.length)
    if (typeof end !== 'number') return end
    at = end
  }
  return null
}

/** The last line of a value that begins in line `at`, or the mistake in it. */
function skipValue(lines: readonly string[], at: number, value: string, indent: number): number | YamlMistake {
  const first = value.charAt(0)
  const column = (lines[at] ?? '').length - value.length
  if (first === '"' || first === "'") {
    let text = value.slice(1)
    for (let line = at; ; ) {
      const end = first === '"' ? /^(?:[^"\\]|\\[^]|\\$)*?"/.exec(text) : /^(?:[^']|'')*?'(?!')/.exec(text)
      if (end !== null) {
        const rest = text.slice(end[0].length)
        if (/^\s*(?:#.*)?$/.test(rest) || /^\s*[,\]}:]/.test(rest)) return line
        return { line, column: (lines[line] ?? '').length - rest.length, reason: AFTER_QUOTE }
      }
      line++
      const next = lines[line]
      if (next === undefined || (indentOf(next) <= indent && NEXT_ENTRY.test(next))) return { line: at, column, reason: UNCLOSED_QUOTE }
      text = next
    }
  }
  if (first !== '[' && first !== '{') return at
  let depth = 0
  for (let line = at; line < lines.length; line++) {
    const text = line === at ? value : (lines[line] ?? '')
    if (line > at && indentOf(text) <= indent && NEXT_ENTRY.test(text)) break
    for (const [bracket] of text.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, '').matchAll(/[[\]{}]/g)) depth += bracket === '[' || bracket === '{' ? 1 : -1
    if (depth <= 0) return line
  }
  return { line: at, column, reason: UNCLOSED_BRACKET }
}

/** Of two lines whose indentation differs, the one whose indentation is rarer in the text, or no multiple of the usual one. */
function oddLine(indents: ReadonlyMap<number, number>, first: Level, second: Level): YamlMistake {
  const step = [...indents].filter(([indent, lines]) => indent > 0 && lines > 1).reduce((least, [indent]) => Math.min(least, indent), Infinity)
  const weight = ({ indent }: Level) => (indents.get(indent) ?? 0) + (indent % step === 0 ? 0.5 : 0)
  const odd = weight(first) < weight(second) ? first : second
  return { line: odd.line, column: odd.indent, reason: INDENTATION }
}

function countIndents(lines: readonly string[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (const line of lines) {
    if (/^\s*(?:#|$)/.test(line)) continue
    const [dashes = ''] = /^ *(?:- +)*/.exec(line) ?? []
    for (const indent of new Set([indentOf(line), dashes.length])) counts.set(indent, (counts.get(indent) ?? 0) + 1)
  }
  return counts
}

function indentOf(line = ''): number {
  return line.length - line.trimStart().length
}
