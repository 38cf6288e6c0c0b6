import matter from 'gray-matter'
import { decodeSeed } from './decode-seed.ts'
import { splitFrontMatter } from './front-matter.ts'
import type { Issue } from '../issues/issue.ts'
import { createLocate } from './locate-field.ts'
import type { Locate } from './locate-field.ts'
import { readYaml, YamlError } from './yaml.ts'
import { placeAt } from '../issues/place.ts'
import type { Problem } from '../issues/place.ts'
import type { Mapping } from './values/mapping.ts'

/** A seed split and parsed, but not validated. */
export interface ParsedSeed {
  /** The file's path in issues. */
  readonly file: string
  readonly data: Mapping
  /** Markdown below the front matter, with `\n` line breaks. */
  readonly body: string
  /** Number of the body's first line in the file, 1-based. */
  readonly bodyLine: number
  readonly locate: Locate
}

/**
 * Replaces gray-matter's own engines, because its JavaScript engine is `eval`. Always passed, because
 * without options gray-matter caches and shares the objects that it returns.
 */
const OPTIONS = {
  language: 'yaml',
  excerpt: false,
  engines: { yaml: readYaml, json: refuseEngine, javascript: refuseEngine },
} as const

/** Parses a seed file. `file` is its path in issues. Never throws, whatever the bytes. */
export function parseSeed(bytes: Uint8Array, file: string): ParsedSeed | readonly Issue[] {
  const text = decodeSeed(bytes)
  if (typeof text !== 'string') return toIssues(file, text)
  const split = splitFrontMatter(text)
  if ('message' in split) return toIssues(file, split)
  const { head, body } = split
  const data = parseHead(head)
  if (data instanceof YamlError) return toIssues(file, data.problem)
  return { file, data, body, bodyLine: placeAt(text, text.length - body.length).line, locate: createLocate(head) }
}

/** gray-matter gets the front matter alone, so that no `---` of the body can mislead it. */
function parseHead(head: string): Mapping | YamlError {
  try {
    const { data, matter: block } = matter(`---\n${head}\n---\n`, OPTIONS)
    // gray-matter returns empty data for a block of comments, without calling the engine.
    return Object.keys(data).length === 0 ? readYaml(block) : data
  } catch (error) {
    if (error instanceof YamlError) return error
    throw error
  }
}

function refuseEngine(): never {
  throw new YamlError({ line: 1, column: 1, message: 'Front matter is YAML; no other language is supported.' })
}

function toIssues(file: string, problem: Problem): readonly Issue[] {
  return [{ severity: 'error', file, ...problem }]
}
