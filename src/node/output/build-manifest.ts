import { hash } from 'node:crypto'
import { join } from 'node:path'
import { readCacheFile, writeCacheFile } from '../lib/cache-file.ts'
import { fingerprintOf } from '../lib/file-fingerprint.ts'

/** A file that was written: a hash of everything it was made from, and its fingerprint. */
type WrittenFile = readonly [content: string, fingerprint: string]

/** Remembers between builds what each file of an output folder was made from, so that unchanged files are not made again. */
export class BuildManifest {
  readonly #file: string | null
  readonly #outDir: string
  readonly #version: string
  readonly #before: ReadonlyMap<string, WrittenFile>
  readonly #now = new Map<string, WrittenFile>()

  /**
   * The manifest lies in the folder `cache`; null to store none. `madeWith` can be JSON: the entries of a
   * build that was made with something else are ignored.
   */
  constructor(cache: string | null, outDir: string, madeWith: unknown) {
    this.#outDir = outDir
    this.#file = cache === null ? null : join(cache, `pages-${hash('sha256', outDir, 'hex').slice(0, 16)}.json`)
    this.#version = hash('sha256', JSON.stringify(madeWith), 'hex').slice(0, 16)
    const json = this.#file === null ? null : readCacheFile(this.#file, this.#version)
    this.#before = new Map(JSON.parse(json?.toString() ?? '[]') as [string, WrittenFile][])
  }

  /** Whether the output folder holds, untouched, what was made from the same content; then it stays in the manifest. */
  isUpToDate(file: string, content: string): boolean {
    const last = this.#before.get(file)
    if (last?.[0] !== content || last[1] === '' || last[1] !== fingerprintOf(join(this.#outDir, file))) return false
    this.#now.set(file, last)
    return true
  }

  /** Records a file that was written. */
  record(file: string, content: string, fingerprint: string): void {
    this.#now.set(file, [content, fingerprint])
  }

  /** Updates the fingerprint of a recorded file that has been moved into place. */
  refresh(file: string): void {
    const written = this.#now.get(file)
    if (written !== undefined) this.record(file, written[0], fingerprintOf(join(this.#outDir, file)))
  }

  /** Stores the manifest for the next build. */
  save(): void {
    if (this.#file !== null) writeCacheFile(this.#file, this.#version, JSON.stringify([...this.#now]))
  }
}
