import { hash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** What is known of a page that was written: a hash of all it was made from, and its file's stamp. */
export type KnownPage = readonly [content: string, stamp: string]

/** The pages a build has written before, by file. Nothing when they were made by another version, or what was kept is not whole. */
export function loadPages(file: string | null, version: string): ReadonlyMap<string, KnownPage> {
  if (file === null) return new Map()
  try {
    const text = readFileSync(file, 'utf8')
    const end = text.indexOf('\n')
    const body = text.slice(end + 1)
    if (text.slice(0, end) !== headOf(version, body)) return new Map()
    return new Map(JSON.parse(body) as [string, KnownPage][])
  } catch {
    // Not there, or not readable: every page is made anew.
    return new Map()
  }
}

/** Written beside and then renamed: a build that is killed leaves no half file. A full disk only costs the cache. */
export function keepPages(file: string | null, version: string, pages: ReadonlyMap<string, KnownPage>): void {
  if (file === null) return
  const body = JSON.stringify([...pages])
  const draft = `${file}.${process.pid}`
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(draft, `${headOf(version, body)}\n${body}`)
    renameSync(draft, file)
  } catch {
    return
  }
}

function headOf(version: string, body: string): string {
  return `${version} ${hash('sha1', body, 'hex')}`
}
