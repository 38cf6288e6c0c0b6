/** A mapping of the front matter; its scalars are strings. Read its own named fields only: it may hold any key. */
export type Mapping = Readonly<Record<string, unknown>>

/** Whether a value of the front matter is a mapping. */
export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A scalar without surrounding white space; null for '', `~` and `null`. */
export function scalarOf(value: string): string | null {
  const text = value.trim()
  return text === '' || text === '~' || text === 'null' ? null : text
}
