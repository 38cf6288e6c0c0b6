import { createRequire } from 'node:module'
import type { Document, LineCounter } from 'yaml'
import { once } from '../lib/once.ts'
import { lettersOf } from './fields/field-names.ts'
import type { FieldPath } from '../issues/issue-collector.ts'
import type { Place } from '../issues/place.ts'

const require = createRequire(import.meta.url)
/** Loaded with the first issue: most builds have none. */
const yaml = once(() => require('yaml') as typeof import('yaml'))

/** Longest front matter that is parsed a second time, in characters: longer ones take a tenth of a second. */
const PARSED_UP_TO = 24 * 1024

/** Finds a value's position in the file. The first call is slow: it parses the front matter a second time. */
export type Locate = (path: FieldPath) => Place

/**
 * Locates values in YAML front matter, whose first line has the number `headLine` in the file. A missing value gets
 * the position of its nearest existing parent, or the file's first line; in very long front matter, every value that of its field.
 */
export function createLocate(head: string, headLine: number): Locate {
  let find: Locate | null = null
  if (head.length > PARSED_UP_TO) return lineLocator(head, headLine)
  return (path) => (find ??= findIn(head, headLine))(path)
}

/** Locates fields in TOML front matter, which begins in the file's second line, by the line that begins with their name. */
export function locateInToml(head: string): Locate {
  return lineLocator(head, 2)
}

/** Finds the first line that begins with a field's name. */
function lineLocator(head: string, headLine: number): Locate {
  const lines = once(() => {
    const found = new Map<string, number>()
    for (const [index, line] of head.split('\n').entries()) {
      const name = lettersOf(/^\s*["']?([\w-]+)["']?\s*[:=]/.exec(line)?.[1] ?? '')
      if (!found.has(name)) found.set(name, index + headLine)
    }
    return found
  })
  return ([name]) => ({ line: lines().get(lettersOf(String(name))) ?? 1, column: 1 })
}

function findIn(head: string, headLine: number): Locate {
  const { isNode, LineCounter } = yaml()
  const lineCounter = new LineCounter()
  const document = parseSafely(head, lineCounter)
  const locateLine = lineLocator(head, headLine)
  return (path) => {
    for (let length = path.length; length > 0; length--) {
      const node: unknown = document?.getIn(path.slice(0, length), true)
      if (!isNode(node) || !node.range) continue
      const { line, col } = lineCounter.linePos(node.range[0])
      return { line: line + headLine - 1, column: col }
    }
    return locateLine(path)
  }
}

/** Null where `yaml` rejects what js-yaml accepted: the issue is then reported without its position. */
function parseSafely(head: string, lineCounter: LineCounter): Document | null {
  try {
    return yaml().parseDocument(head, { lineCounter, schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' })
  } catch {
    return null
  }
}
