import { readFileSync, writeFileSync } from 'node:fs'

/** How a page that holds the catalog tells its version: no text can look like it, for JSON and HTML escape its quotes. */
const telling = (version: string) => `"version":"${version}"`

/** A page's JSON without the version it tells, empty for none: what remains is what the page is made from. */
export function withoutVersion(json: string, version: string): string {
  return version === '' ? json : json.replace(telling(version), '')
}

/**
 * Puts another version, as long as the one before, into a page on disk that is the same but for it. Returns
 * whether it could: not where the page tells it twice, or not at all.
 */
export function retellVersion(path: string, before: string, now: string): boolean {
  const page = readFileSync(path)
  const told = telling(before)
  const at = page.indexOf(told)
  if (before.length !== now.length || at === -1 || page.includes(told, at + 1)) return false
  page.write(telling(now), at)
  writeFileSync(path, page)
  return true
}
