import { isMapping, scalarOf } from '../values/mapping.ts'

/**
 * The names in a value of the front matter: text, a list, or a mapping with a `name`, also as `[[Name]]` (which
 * YAML reads as a list in a list), `[[Note|Name]]`, `#name` or `[Name](address)`.
 */
export function toNames(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(toNames)
  if (isMapping(value)) return toNames(value['name'] ?? value['title'] ?? null)
  if (typeof value !== 'string') return []
  const links = value.match(/\[\[[^\]]+\]\]/g)
  if (links !== null && links.length > 1) return links.flatMap(toNames)
  const name = scalarOf(value) === null ? '' : unwrap(value.trim())
  return name === '' ? [] : [name]
}

function unwrap(text: string): string {
  const link = /^!?\[\[(?:[^\]|]*\|)?([^\]]*)\]\]$/.exec(text)?.[1] ?? /^\[([^\]]*)\]\([^)]*\)$/.exec(text)?.[1]
  return (link ?? text).replace(/^#(?=[^\s#])/, '').trim()
}
