import matter from 'gray-matter'
import { decodeSeed } from './decode-seed.ts'
import { splitFrontMatter } from './front-matter.ts'
import type { Issue } from '../issues/issue.ts'
import { createLocate } from './locate-field.ts'
import type { Locate } from './locate-field.ts'
import { readYaml, YamlRefused } from './yaml.ts'
import { placeAt } from '../issues/place.ts'
import type { Problem } from '../issues/place.ts'
import type { Mapping } from './values/mapping.ts'

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

/** gray-matter gets the front matter alone, so that no `---` of the body can mislead it. */
function parseHead(head: string): Mapping | YamlRefused {
  try {
    const { data, matter: block } = matter(`---\n${head}\n---\n`, OPTIONS)
    // gray-matter returns empty data for a block of comments, without calling the engine.
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
