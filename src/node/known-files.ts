import { hash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { stampOf } from './stamp.ts'

/** What is known of a file that was written: a hash of all it was made from, and its stamp. */
type KnownFile = readonly [content: string, stamp: string]

/**
 * The files of an output folder that need not be made again. They are kept in the folder `cache`, null to
 * keep nothing; what was made with something else than `madeWith`, which can be JSON, is not believed.
 */
export class KnownFiles {
  readonly #file: string | null
  readonly #version: string
  readonly #before: ReadonlyMap<string, KnownFile>
  readonly #now = new Map<string, KnownFile>()

  constructor(cache: string | null, outDir: string, madeWith: unknown) {
    this.#file = cache === null ? null : join(cache, `pages-${hash('sha256', outDir, 'hex').slice(0, 16)}.json`)
    this.#version = hash('sha256', JSON.stringify(madeWith), 'hex').slice(0, 16)
    this.#before = this.#file === null ? new Map() : load(this.#file, this.#version)
  }

  /** Whether a file made from `content` stands at `path` as it was written; it is known next time too. */
  has(file: string, path: string, content: string): boolean {
    const last = this.#before.get(file)
    if (last?.[0] !== content || last[1] !== stampOf(path)) return false
    this.#now.set(file, last)
    return true
  }

  /** Notes a file that was written. */
  note(file: string, content: string, stamp: string): void {
    this.#now.set(file, [content, stamp])
  }

  /** Keeps what is known, for the next build. A full disk only costs the cache. */
  keep(): void {
    if (this.#file === null) return
    const body = JSON.stringify([...this.#now])
    const draft = `${this.#file}.${process.pid}`
    try {
      mkdirSync(dirname(this.#file), { recursive: true })
      writeFileSync(draft, `${headOf(this.#version, body)}\n${body}`)
      // Renamed when whole: a build that is killed leaves no half file.
      renameSync(draft, this.#file)
    } catch {
      return
    }
  }
}

function load(file: string, version: string): ReadonlyMap<string, KnownFile> {
  try {
    const text = readFileSync(file, 'utf8')
    const end = text.indexOf('\n')
    const body = text.slice(end + 1)
    return text.slice(0, end) === headOf(version, body) ? new Map(JSON.parse(body) as [string, KnownFile][]) : new Map()
  } catch {
    // Not there, or not readable: every file is made anew.
    return new Map()
  }
}

function headOf(version: string, body: string): string {
  return `${version} ${hash('sha1', body, 'hex')}`
}
