import { parse, TomlDate, TomlError } from 'smol-toml'
import { FrontMatterError } from './front-matter-error.ts'
import type { Mapping } from './values/mapping.ts'

/**
 * Reads TOML with every scalar as a string, as YAML is read. `text` begins with the line break of the `+++` line.
 * Throws `FrontMatterError` for invalid TOML.
 */
export function readToml(text: string): Mapping {
  try {
    return toStrings(parse(text, { maxDepth: MAX_DEPTH, integersAsBigInt: true })) as Mapping
  } catch (error) {
    if (!(error instanceof TomlError)) throw error
    const reason = /redefin|already|duplicate/i.test(error.message) ? 'a field appears twice. Keep one of the two.' : 'this line is not valid TOML. Check its quotation marks, brackets and equals sign.'
    throw new FrontMatterError({ line: error.line, column: error.column, message: `The front matter can't be read: ${reason}` })
  }
}

const MAX_DEPTH = 100

function toStrings(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toStrings)
  if (value instanceof TomlDate) return value.toISOString()
  if (typeof value !== 'object' || value === null) return String(value)
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toStrings(inner)]))
}
