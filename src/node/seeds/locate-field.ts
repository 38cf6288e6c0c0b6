import { createRequire } from 'node:module'
import type { Document, LineCounter } from 'yaml'
import { once } from '../lib/once.ts'
import type { FieldPath } from '../issues/issue-collector.ts'
import type { Place } from '../issues/place.ts'

const require = createRequire(import.meta.url)
/** Loaded when there is first something to tell, as gray-matter is. */
const yaml = once(() => require('yaml') as typeof import('yaml'))

/** Finds where a value stands in the file. Slow at its first call, which parses the front matter a second time. */
export type Locate = (path: FieldPath) => Place

/**
 * A finder over the front matter `head`, whose first line is the file's second. A value that isn't
 * there is told at what should hold it, in the end at the file's first line.
 */
export function createLocate(head: string): Locate {
  let find: Locate | null = null
  return (path) => (find ??= findIn(head))(path)
}

function findIn(head: string): Locate {
  const { isNode, LineCounter } = yaml()
  const lineCounter = new LineCounter()
  const document = parseSafely(head, lineCounter)
  return (path) => {
    for (let length = path.length; length > 0; length--) {
      const node: unknown = document?.getIn(path.slice(0, length), true)
      if (!isNode(node) || !node.range) continue
      const { line, col } = lineCounter.linePos(node.range[0])
      return { line: line + 1, column: col }
    }
    return { line: 1, column: 1 }
  }
}

/** Null where `yaml` can't follow what js-yaml has read: an issue without its place is better than none. */
function parseSafely(head: string, lineCounter: LineCounter): Document | null {
  try {
    return yaml().parseDocument(head, { lineCounter, schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' })
  } catch {
    return null
  }
}
