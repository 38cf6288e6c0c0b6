import { FAILSAFE_SCHEMA, load, YAMLException } from 'js-yaml'
import type { Problem } from './decode-seed.ts'
import type { FieldPath } from './report.ts'

/** A YAML mapping whose scalars are all strings. Read named fields of its own only: any key may stand in it. */
export type Mapping = Readonly<Record<string, unknown>>

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

/**
 * What each of js-yaml's reasons means to someone who writes seeds. Its reasons are not told as they
 * are and its snippets never: both may quote `secured`.
 */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [/duplicated mapping key/, 'a field stands here for the second time. Keep one of the two.'],
  [/tab characters|whitespace/, 'a tab indents this line. Indent with spaces.'],
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
  readonly line: number
  readonly lineStart: number
  readonly position: number
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

/** True of a YAML mapping. */
export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value at `path`, or undefined. Only own fields are looked at. */
export function valueAt(mapping: Mapping, path: FieldPath): unknown {
  return path.reduce<unknown>((value, step) => {
    if (Array.isArray(value) && typeof step === 'number') return value[step] as unknown
    return isMapping(value) && Object.hasOwn(value, step) ? value[step] : undefined
  }, mapping)
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
    const reason = REASONS.find(([pattern]) => pattern.test(error.reason))?.[1] ?? MISFIT
    throw refusal((mark?.line ?? 1) + 1, (mark?.column ?? 0) + 1, reason)
  }
}

/** Stops at the first anchor, before any alias can repeat it. */
function refuseReferences(event: 'open' | 'close', state: unknown): void {
  if (event === 'open') return
  const { anchor, tag, line, lineStart, position } = state as ParserState
  if (typeof anchor === 'string') throw refusal(line + 1, position - lineStart + 1, ANCHOR, `&${anchor}`, state)
  if (typeof tag === 'string' && tag !== '?') throw refusal(line + 1, position - lineStart + 1, TAG, '!', state)
}

/** A refusal at the given place, or where `sign` first begins a value: js-yaml notices it only at the value's end. */
function refusal(line: number, column: number, reason: string, sign?: string, state?: unknown): YamlRefused {
  const message = `The front matter can't be read: ${reason}`
  if (sign === undefined) return new YamlRefused({ line, column, message })
  const text = (state as { readonly input: string }).input
  const at = signAt(text, sign)
  if (at === -1) return new YamlRefused({ line, column, message })
  const before = text.slice(0, at)
  return new YamlRefused({ line: before.split('\n').length, column: at - before.lastIndexOf('\n'), message })
}

function signAt(text: string, sign: string): number {
  for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + 1)) {
    if (at === 0 || /[\s[{,]/.test(text.charAt(at - 1))) return at
  }
  return -1
}
