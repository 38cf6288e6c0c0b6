import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeAtomic } from '../lib/write-atomic.ts'
import { fingerprintOf } from '../lib/file-fingerprint.ts'

/** What is known of a file that was written: a hash of all it was made from, its stamp, and the bundle's version if it tells it. */
type KnownFile = readonly [content: string, stamp: string, version: string]

/**
 * The files of an output folder that need not be made again. They are kept in the folder `cache`, null to
 * keep nothing; what was made with something else than `madeWith`, which can be JSON, is not believed.
 */
export class BuildManifest {
  readonly #file: string | null
  readonly #version: string
  readonly #before: ReadonlyMap<string, KnownFile>
  readonly #now = new Map<string, KnownFile>()

  constructor(cache: string | null, outDir: string, madeWith: unknown) {
    this.#file = cache === null ? null : join(cache, `pages-${hash('sha256', outDir, 'hex').slice(0, 16)}.json`)
    this.#version = hash('sha256', JSON.stringify(madeWith), 'hex').slice(0, 16)
    this.#before = this.#file === null ? new Map() : load(this.#file, this.#version)
  }

  /**
   * The version told by the file made from `content` that stands at `path` as it was written, which is then
   * known next time too; null where no such file does.
   */
  versionIn(file: string, path: string, content: string): string | null {
    const last = this.#before.get(file)
    if (last?.[0] !== content || last[1] === '' || last[1] !== fingerprintOf(path)) return null
    this.#now.set(file, last)
    return last[2]
  }

  /** Notes a file that was written, and the version it tells; empty for one that tells none. */
  note(file: string, content: string, stamp: string, version = ''): void {
    this.#now.set(file, [content, stamp, version])
  }

  /** Keeps what is known, for the next build. */
  keep(): void {
    if (this.#file === null) return
    const body = JSON.stringify([...this.#now])
    writeAtomic(this.#file, `${headOf(this.#version, body)}\n${body}`)
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
