import { FAILSAFE_SCHEMA, load, YAMLException } from 'js-yaml'
import { placeAt } from '../issues/place.ts'
import { findYamlMistake } from './find-yaml-mistake.ts'
import { FrontMatterError } from './front-matter-error.ts'
import { isMapping, type Mapping } from './values/mapping.ts'

const ANCHOR = 'anchors (&…) and aliases are not supported. Put text that begins with & in quotes.'
const TAG = 'tags (!…) are not supported. Put text that begins with ! in quotes.'

const TAB = 'this line is indented with a tab. Use spaces.'

/**
 * js-yaml's reasons in the words of a seed's author. Its own reasons and code snippets are never shown, because
 * both may quote `secured`.
 */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [/duplicated mapping key/, 'this field appears twice. Keep one of the two.'],
  [/tab characters|whitespace/, TAB],
  [/quoted scalar/, 'this quotation has no end. Close it, or write \\" for a quotation mark inside the text.'],
  [/alias/, 'anchors and aliases (*…) are not supported. Put text that begins with * in quotes.'],
  [/anchor/, ANCHOR],
  [/directive|YAML version/, 'directives (lines that begin with %) are not supported. Put text that begins with % in quotes.'],
  [/escape|hexadecimal/, 'this backslash in double quotes begins no valid escape. Write \\\\ for a backslash, or use single quotes.'],
  [/maxDepth/, 'values are nested too deeply. Remove some levels.'],
  [/flow collection|missed comma/, 'a list or mapping in brackets has no comma or closing bracket here. Put text that begins with [ or { in quotes.'],
  [/single document|document separator/, 'this text belongs to no field. Check the lines above, and put text in quotes.'],
  [/tag|node kind/, TAG],
]
const OTHER_REASON = 'this line does not fit the lines above it. Check its indentation, and put text that contains ": " or quotation marks in quotes.'

/** The part of js-yaml's parser state that its types leave out. */
interface ParserState {
  readonly anchor?: string | null
  readonly tag?: string | null
  readonly input: string
}

/**
 * Reads YAML without anchors, aliases or tags, every scalar as a string. `text` begins with the line break
 * of the `---` line. Throws `FrontMatterError` for invalid YAML and for anything but a mapping.
 */
export function readYaml(text: string): Mapping {
  const value = loadYaml(text)
  if (isMapping(value)) return value
  if (value === null || value === undefined) return {}
  const type = Array.isArray(value) ? 'a list' : 'text'
  throw yamlError(2, 1, `the front matter must be fields, each a name and a value (title: …), but it is ${type}.`)
}

/** A list's entry below a text that is indented less, or a dash without a space: YAML takes both as more of the text. */
const SWALLOWED_ENTRY = /\n( *)- +[^\s#"'|>[{&*!:-][^\n:]*\n(?: *\n)*\1 +-(?:[^\s-][^\n]*)?(?: |\n)|\n[^\n#]*\n *-[^\s\d-][^\n:]*\n/

/** Reasons for which js-yaml names the right place. */
const KNOWN_PLACE = /duplicated mapping key|alias|anchor|directive|YAML version|maxDepth|escape|hexadecimal|tag|node kind/

/** Throws for a mistake that is found by lines, no later than js-yaml's own line. */
function refuseMistake(text: string, latest = Infinity): void {
  const mistake = findYamlMistake(text)
  if (mistake !== null && mistake.line <= latest) throw yamlError(mistake.line + 1, mistake.column + 1, mistake.reason)
}

function loadYaml(text: string): unknown {
  // Valid YAML, but one text where the author means several entries.
  if (SWALLOWED_ENTRY.test(text)) refuseMistake(text)
  try {
    return load(text, { schema: FAILSAFE_SCHEMA, json: false, listener: refuseReferences })
  } catch (error) {
    if (error instanceof FrontMatterError) throw error
    if (error instanceof RangeError) throw yamlError(2, 1, 'values are nested too deeply. Remove some levels.')
    if (!(error instanceof YAMLException)) throw error
    // js-yaml sets no mark when it finds a second document.
    const mark = error.mark as YAMLException['mark'] | undefined
    const at = offsetOf(text, mark?.line ?? 1, mark?.column ?? 0)
    const lineStart = text.lastIndexOf('\n', at - 1) + 1
    // A parser notices most mistakes later than they are made.
    if (!KNOWN_PLACE.test(error.reason)) refuseMistake(text, mark?.line)
    if (/^ *\t/.test(text.slice(lineStart))) throw errorAt(text, lineStart, TAB)
    const reason = REASONS.find(([pattern]) => pattern.test(error.reason))?.[1] ?? OTHER_REASON
    throw errorAt(text, valueStart(text, at, error.reason), reason)
  }
}

/** Stops at the first anchor, before an alias can repeat it. js-yaml reports a value at its end, so its beginning is searched. */
function refuseReferences(event: 'open' | 'close', state: unknown): void {
  if (event === 'open') return
  const { anchor, tag, input } = state as ParserState
  if (typeof anchor === 'string') throw errorAt(input, indicatorAt(input, `&${anchor}`), ANCHOR)
  if (typeof tag === 'string' && tag !== '?') throw errorAt(input, indicatorAt(input, '!'), TAG)
}

/** Offset of the first value that begins with `indicator`. */
function indicatorAt(text: string, indicator: string): number {
  for (let at = text.indexOf(indicator); at !== -1; at = text.indexOf(indicator, at + 1)) {
    if (/[\s[{,]/.test(text.charAt(at - 1))) return at
  }
  return 1
}

const OPENED_QUOTE = /^[ \t]*(?:- +)*(?:[\w-]+:[ \t]+)?(?:"(?:[^"\\]|\\.)*|'[^']*)$/

/** Offset at which the value begins that js-yaml rejected at `at`; `at` itself where that is unknown. */
function valueStart(text: string, at: number, reason: string): number {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1
  if (/alias|tag/.test(reason)) {
    let indicator = text.lastIndexOf(reason.includes('alias') ? '*' : '!', at)
    if (text.charAt(indicator - 1) === '!') indicator--
    return indicator < lineStart ? at : indicator
  }
  if (!reason.includes('quoted scalar')) return at
  const lines = text.slice(0, at).split('\n')
  const opened = lines.findLastIndex((line) => OPENED_QUOTE.test(line))
  return opened === -1 ? at : offsetOf(text, opened, (lines[opened] ?? '').search(/["']/))
}

/** Offset of a 0-based line and column. */
function offsetOf(text: string, line: number, column: number): number {
  let start = 0
  for (let skipped = 0; skipped < line; skipped++) {
    const end = text.indexOf('\n', start)
    if (end === -1) return text.length
    start = end + 1
  }
  return start + column
}

function errorAt(text: string, at: number, reason: string): FrontMatterError {
  const { line, column } = placeAt(text, at)
  return yamlError(line, column, reason)
}

function yamlError(line: number, column: number, reason: string): FrontMatterError {
  return new FrontMatterError({ line, column, message: `The front matter can't be read: ${reason}` })
}
