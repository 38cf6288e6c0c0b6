import { FAILSAFE_SCHEMA, load, YAMLException } from 'js-yaml'
import { placeAt } from '../issues/place.ts'
import type { Problem } from '../issues/place.ts'
import { isMapping } from './values/mapping.ts'
import type { Mapping } from './values/mapping.ts'

/** Thrown for front matter that is not read; `line` counts from the `---` line at 1. */
export class YamlRefused extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.message)
    this.problem = problem
  }
}

const ANCHOR = 'an anchor (&…) stands here; anchors and aliases are refused. Put text that begins with & in quotes.'
const TAG = 'a tag (!…) stands here; tags are refused. Put text that begins with ! in quotes.'

const TABBED = 'a tab indents this line. Indent with spaces.'

/**
 * What each of js-yaml's reasons means to someone who writes seeds. Its reasons are not told as they
 * are and its snippets never: both may quote `secured`.
 */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [/duplicated mapping key/, 'a field stands here for the second time. Keep one of the two.'],
  [/tab characters|whitespace/, TABBED],
  [/quoted scalar/, 'a quotation mark is never closed. Close it, or write \\" for one inside the text.'],
  [/alias/, 'an alias (*…) stands here; anchors and aliases are refused. Put text that begins with * in quotes.'],
  [/anchor/, ANCHOR],
  [/directive|YAML version/, 'a line that begins with % is a directive; none is read. Put text that begins with % in quotes.'],
  [/escape|hexadecimal/, 'a backslash in double quotes begins no known escape. Write \\\\ for a backslash, or use single quotes.'],
  [/maxDepth/, 'values are nested too deeply. Remove some levels.'],
  [/flow collection|missed comma/, 'a list or mapping in brackets lacks a comma or its closing bracket. Put text that begins with [ or { in quotes.'],
  [/single document|document separator/, 'what stands here fits no field. Check the lines above, and put text in quotes.'],
  [/tag|node kind/, TAG],
]
const MISFIT = 'this line does not fit the lines above it. Check its indentation, and put text that holds ": " or quotation marks in quotes.'

/** js-yaml's parser state, as far as its types leave it out. */
interface ParserState {
  readonly anchor?: string | null
  readonly tag?: string | null
  readonly input: string
}

/**
 * Reads YAML in which every scalar is a string and nothing refers to anything else. `text` begins
 * with the line break of the `---` line. Throws `YamlRefused` for everything that is not a mapping.
 */
export function readYaml(text: string): Mapping {
  const value = loadYaml(text)
  if (isMapping(value)) return value
  const found = Array.isArray(value) ? 'a list' : value === null || value === undefined ? 'empty' : 'text'
  throw refusal(2, 1, `the front matter must be fields, each a name and a value (title: …), but it is ${found}.`)
}

function loadYaml(text: string): unknown {
  try {
    return load(text, { schema: FAILSAFE_SCHEMA, json: false, listener: refuseReferences })
  } catch (error) {
    if (error instanceof YamlRefused) throw error
    if (error instanceof RangeError) throw refusal(2, 1, 'values are nested too deeply. Remove some levels.')
    if (!(error instanceof YAMLException)) throw error
    // js-yaml sets no mark when it finds a second document.
    const mark = error.mark as YAMLException['mark'] | undefined
    const at = offsetOf(text, mark?.line ?? 1, mark?.column ?? 0)
    const lineStart = text.lastIndexOf('\n', at - 1) + 1
    if (/^ *\t/.test(text.slice(lineStart))) throw refusalAt(text, lineStart, TABBED)
    const reason = REASONS.find(([pattern]) => pattern.test(error.reason))?.[1] ?? MISFIT
    throw refusalAt(text, beginningOf(text, at, error.reason), reason)
  }
}

/** Stops at the first anchor, before any alias can repeat it. js-yaml tells of a value at its end, so its sign is looked for. */
function refuseReferences(event: 'open' | 'close', state: unknown): void {
  if (event === 'open') return
  const { anchor, tag, input } = state as ParserState
  if (typeof anchor === 'string') throw refusalAt(input, signAt(input, `&${anchor}`), ANCHOR)
  if (typeof tag === 'string' && tag !== '?') throw refusalAt(input, signAt(input, '!'), TAG)
}

/** Where `sign` first begins a value. */
function signAt(text: string, sign: string): number {
  for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + 1)) {
    if (/[\s[{,]/.test(text.charAt(at - 1))) return at
  }
  return 1
}

const OPENED_QUOTE = /^[ \t]*(?:- +)*(?:[\w-]+:[ \t]+)?(?:"(?:[^"\\]|\\.)*|'[^']*)$/

/** Where a value that js-yaml gave up on at `at` begins, as far as its first character gives it away. */
function beginningOf(text: string, at: number, reason: string): number {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1
  if (/alias|tag/.test(reason)) {
    let sign = text.lastIndexOf(reason.includes('alias') ? '*' : '!', at)
    if (text.charAt(sign - 1) === '!') sign--
    return sign < lineStart ? at : sign
  }
  if (!reason.includes('quoted scalar')) return at
  const lines = text.slice(0, at).split('\n')
  const opened = lines.findLastIndex((line) => OPENED_QUOTE.test(line))
  return opened === -1 ? at : offsetOf(text, opened, (lines[opened] ?? '').search(/["']/))
}

/** Offset of a line and column, both counted from 0. */
function offsetOf(text: string, line: number, column: number): number {
  let start = 0
  for (let skipped = 0; skipped < line; skipped++) {
    const end = text.indexOf('\n', start)
    if (end === -1) return text.length
    start = end + 1
  }
  return start + column
}

function refusalAt(text: string, at: number, reason: string): YamlRefused {
  const { line, column } = placeAt(text, at)
  return refusal(line, column, reason)
}

function refusal(line: number, column: number, reason: string): YamlRefused {
  return new YamlRefused({ line, column, message: `The front matter can't be read: ${reason}` })
}
