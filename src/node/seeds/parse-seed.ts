import { createRequire } from 'node:module'
import type matter from 'gray-matter'
import { decodeSeed } from './decode-seed.ts'
import type { Problem } from './decode-seed.ts'
import { splitFrontMatter } from './front-matter.ts'
import type { Issue } from '../issues/issue.ts'
import { once } from '../lib/once.ts'
import { createLocate } from './locate-field.ts'
import type { Locate } from './locate-field.ts'
import { readPlainYaml } from './plain-yaml.ts'
import { readYaml, YamlRefused } from './yaml.ts'
import type { Mapping } from './yaml.ts'
import { placeAt } from '../issues/issue-collector.ts'

const require = createRequire(import.meta.url)
/** Loaded when a seed first needs it: few do, and every thread would load it. Not by `import()`, for seeds are parsed synchronously. */
const grayMatter = once(() => require('gray-matter') as typeof matter)

/** A seed as a file: nothing in it is validated yet. */
export interface ParsedSeed {
  /** As shown to people. */
  readonly file: string
  readonly data: Mapping
  /** Markdown under the front matter, `\n` line breaks. */
  readonly body: string
  /** 1-based line of the body's first. */
  readonly bodyLine: number
  readonly locate: Locate
}

/**
 * gray-matter's engines, all closed but ours: its JavaScript engine is `eval`. An options object is
 * always passed, because without one it caches what it returns and shares it.
 */
const OPTIONS = {
  language: 'yaml',
  excerpt: false,
  engines: { yaml: readYaml, json: refuseEngine, javascript: refuseEngine },
} as const

/** Parses a seed file. `file` opens its issues. Never throws on any bytes. */
export function parseSeed(bytes: Uint8Array, file: string): ParsedSeed | readonly Issue[] {
  const text = decodeSeed(bytes)
  if (typeof text !== 'string') return refused(file, text)
  const split = splitFrontMatter(text)
  if ('message' in split) return refused(file, split)
  const { head, body } = split
  const data = parseHead(head)
  if (data instanceof YamlRefused) return refused(file, data.problem)
  return { file, data, body, bodyLine: placeAt(text, text.length - body.length).line, locate: createLocate(head) }
}

/**
 * Nearly all front matter is plain enough not to need gray-matter, which would take as long as all the
 * rest of reading a seed. It is given the front matter alone, so that no `---` of the body can mislead it.
 */
function parseHead(head: string): Mapping | YamlRefused {
  const plain = readPlainYaml(head)
  if (plain !== undefined) return plain
  try {
    const { data, matter: block } = grayMatter()(`---\n${head}\n---\n`, OPTIONS)
    // Of a block of comments it makes empty data without asking the engine.
    return Object.keys(data).length === 0 ? readYaml(block) : data
  } catch (error) {
    if (error instanceof YamlRefused) return error
    throw error
  }
}

function refuseEngine(): never {
  throw new YamlRefused({ line: 1, column: 1, message: 'Front matter is YAML; no other language is read.' })
}

function refused(file: string, problem: Problem): readonly Issue[] {
  return [{ severity: 'error', file, ...problem }]
}
