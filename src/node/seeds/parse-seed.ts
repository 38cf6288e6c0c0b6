import matter from 'gray-matter'
import { readBodyFields } from './body-fields.ts'
import { decodeSeed } from './decode-seed.ts'
import { splitFrontMatter, type FrontMatterFormat } from './front-matter.ts'
import { withKnownNames } from './fields/field-names.ts'
import type { Issue } from '../issues/issue.ts'
import { createLocate, locateInToml, type Locate } from './locate-field.ts'
import { FrontMatterError } from './front-matter-error.ts'
import { readToml } from './toml.ts'
import { readYaml } from './yaml.ts'
import { placeAt, type Problem } from '../issues/place.ts'
import type { Mapping } from './values/mapping.ts'

/** A seed split and parsed, but not validated. */
export interface ParsedSeed {
  /** The file's path in issues. */
  readonly file: string
  readonly format: FrontMatterFormat
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
  excerpt: false,
  engines: { yaml: readYaml, toml: readToml, json: refuseEngine, javascript: refuseEngine },
} as const

/** Parses a seed file. `file` is its path in issues. Never throws, whatever the bytes. */
export function parseSeed(bytes: Uint8Array, file: string): ParsedSeed | readonly Issue[] {
  const text = decodeSeed(bytes)
  if (typeof text !== 'string') return toIssues(file, text)
  const split = splitFrontMatter(text)
  if ('message' in split) return toIssues(file, split)
  const { format, head, headLine, body } = split
  const parsed = headLine === 0 ? {} : parseHead(format, head)
  if (parsed instanceof FrontMatterError) return toIssues(file, moved(parsed.problem, headLine - 2))
  const data = withKnownNames(parsed)
  const bodyLine = placeAt(text, text.length - body.length).line
  const locate = format === 'toml' ? locateInToml(head) : createLocate(head, headLine)
  const inBody = readBodyFields(body, headLine > 0)
  if (inBody === null) return { file, format, data, body, bodyLine, locate }
  const locateInBody: Locate = (path) => {
    const line = Object.hasOwn(data, path[0] ?? '') ? undefined : inBody.lines.get(String(path[0]))
    return line === undefined ? locate(path) : { line: bodyLine + line, column: 1 }
  }
  return { file, format, data: { ...inBody.data, ...data }, body: inBody.body, bodyLine, locate: locateInBody }
}

/** gray-matter gets the front matter alone, so that no delimiter in the body can mislead it. */
function parseHead(format: FrontMatterFormat, head: string): Mapping | FrontMatterError {
  const delimiters = format === 'toml' ? '+++' : '---'
  try {
    return matter(`${delimiters}\n${quotePlaceholders(head)}\n${delimiters}\n`, { ...OPTIONS, language: format, delimiters }).data
  } catch (error) {
    if (error instanceof FrontMatterError) return error
    throw error
  }
}

/** Puts the placeholders of a template, `{{date}}` or `{{ replace .Name "-" " " }}`, in quotes: YAML and TOML would refuse most of them. */
function quotePlaceholders(head: string): string {
  return head.includes('{{') ? head.replace(/^(\s*[\w-]+[ \t]*[:=][ \t]*)(\{\{.*\}\})[ \t]*$/gm, (_, name: string, placeholder: string) => `${name}'${placeholder.replaceAll("'", '’')}'`) : head
}

function moved(problem: Problem, lines: number): Problem {
  return { ...problem, line: Math.max(1, problem.line + lines) }
}

function refuseEngine(): never {
  throw new FrontMatterError({ line: 1, column: 1, message: 'Front matter is YAML, TOML or JSON; no other language is supported.' })
}

function toIssues(file: string, problem: Problem): readonly Issue[] {
  return [{ severity: 'error', file, ...problem }]
}
