import { closeSync, existsSync, fstatSync, lstatSync, mkdirSync, openSync, readdirSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import type { Dirent } from 'node:fs'
import { basename, dirname, join, sep } from 'node:path'
import { fingerprintOf, toFingerprint } from '../lib/file-fingerprint.ts'

/**
 * Names that may be used on disk: letters, digits and `-` of any script, so neither `..`, nor a
 * separator, nor a drive, nor a hidden file. Nothing else is ever written, whatever a seed says.
 */
const SAFE_FILE = /^(?:[\p{L}\p{N}\p{M}-]+\/)*[\p{L}\p{N}\p{M}-]+\.[a-z0-9]{2,5}$/u

/**
 * A folder that files are written into. A file whose bytes are the same already is not touched.
 *
 * Synchronous on purpose: for thousands of small files a promise each costs more than the write.
 */
export class OutputFolder {
  /** Whether it was empty, so that nothing needs to be compared. */
  readonly isFresh: boolean
  readonly #root: string
  readonly #folders = new Set<string>()
  readonly #expected = new Set<string>()
  readonly #protected = new Map<string, boolean>()
  readonly #before = new Map<string, ReadonlyMap<string, Dirent>>()

  constructor(root: string) {
    this.#root = root
    this.isFresh = !existsSync(root) || readdirSync(root).length === 0
  }

  /** Writes a file; `file` is a path under the folder, with `/`. Throws when its name is not safe. */
  write(file: string, content: string | Uint8Array): void {
    this.#check(file)
    this.writeOwn(file, content)
  }

  /** Writes a file whose name does not come from a seed. */
  writeOwn(file: string, content: string | Uint8Array): void {
    if (this.#protected.has(file)) {
      this.#protected.set(file, true)
      return
    }
    const path = this.#expect(file)
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    writeChanged(path, bytes, this.isFresh)
  }

  /** Writes a file that later writes under its name do not replace. */
  protect(file: string, content: Uint8Array): void {
    this.writeOwn(file, content)
    this.#protected.set(file, false)
  }

  /** Protected files that were to be written again, sorted. */
  overridden(): string[] {
    return [...this.#protected].flatMap(([file, isOverridden]) => (isOverridden ? file : [])).sort()
  }

  /** Makes the folder for a file that the caller writes with `writeChanged`, and returns its absolute path. Throws when its name is not safe. */
  claim(file: string): string {
    this.#check(file)
    return this.#expect(file)
  }

  /** Size of a file in the folder, in bytes; null when there is none. */
  sizeOf(file: string): number | null {
    this.#check(file)
    return statSync(join(this.#root, file), { throwIfNoEntry: false })?.size ?? null
  }

  /** Removes what this build has not written under `folder` (empty for everything but `.git`), and empty folders. */
  removeOthers(folder: string): void {
    if (this.isFresh) return
    const path = join(this.#root, folder)
    const found = folder === '' ? statSync(path, { throwIfNoEntry: false }) : lstatSync(path, { throwIfNoEntry: false })
    if (found?.isSymbolicLink() === true) rmSync(path)
    else if (found?.isDirectory() === true) this.#removeUnder(path, folder === '' ? '' : `${folder}/`)
  }

  #check(file: string): void {
    if (!SAFE_FILE.test(file)) throw new Error(`Newsfold won't write a file named ${JSON.stringify(file)}.`)
  }

  #expect(file: string): string {
    this.#expected.add(file)
    const path = join(this.#root, file)
    this.#makeFolder(dirname(path))
    return path
  }

  /** Removes a file or link in the folder's place, so that nothing is written through a link. */
  #makeFolder(folder: string): void {
    if (this.#folders.has(folder)) return
    this.#folders.add(folder)
    if (folder === this.#root) {
      mkdirSync(folder, { recursive: true })
      return
    }
    const parent = dirname(folder)
    this.#makeFolder(parent)
    const found = this.#found(parent).get(basename(folder))
    if (found?.isDirectory() === true) return
    if (found !== undefined) rmSync(folder)
    mkdirSync(folder)
  }

  /** What was in a folder before this build: one listing costs less than a look at each file. */
  #found(folder: string): ReadonlyMap<string, Dirent> {
    const known = this.#before.get(folder)
    if (known !== undefined) return known
    const entries = this.isFresh ? [] : readdirSync(folder, { withFileTypes: true })
    const found = new Map(entries.map((entry) => [entry.name, entry]))
    this.#before.set(folder, found)
    return found
  }

  /** `under` is the folder's path under the output folder, with `/` behind it. Returns whether the folder is gone. */
  #removeUnder(folder: string, under: string): boolean {
    let remaining = 0
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = `${folder}${sep}${entry.name}`
      if (entry.name === '.git' && under === '') remaining++
      // A link is removed, never followed out of the output folder.
      else if (entry.isDirectory()) remaining += this.#removeUnder(path, `${under}${entry.name}/`) ? 0 : 1
      else if (this.#expected.has(under + entry.name)) remaining++
      else rmSync(path)
    }
    if (remaining > 0) return false
    rmdirSync(folder)
    return true
  }
}

/**
 * Writes a file that an `OutputFolder` has claimed, unless it has these bytes already, which is not checked in
 * a fresh folder. Returns the file's fingerprint.
 */
export function writeChanged(path: string, bytes: Uint8Array, isFresh: boolean): string {
  if (!isFresh) {
    const found = lstatSync(path, { throwIfNoEntry: false })
    // Nothing is written through a link.
    if (found?.isFile() === false) rmSync(path, { recursive: true })
    else if (found?.size === bytes.length && readFileSync(path).equals(bytes)) return fingerprintOf(path)
  }
  const file = openSync(path, 'w')
  try {
    writeFileSync(file, bytes)
    return toFingerprint(fstatSync(file, { bigint: true }))
  } finally {
    closeSync(file)
  }
}
