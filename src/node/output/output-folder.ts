import { closeSync, existsSync, fstatSync, lstatSync, mkdirSync, openSync, readdirSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import type { Dirent } from 'node:fs'
import { basename, dirname, join, sep } from 'node:path'
import { fingerprintOf, toFingerprint } from '../lib/file-fingerprint.ts'

/**
 * Names that may be used on disk: letters, digits and `-` of any script, so neither `..`, nor a
 * separator, nor a drive, nor a hidden file. Whatever a seed says, nothing else is ever written.
 */
const SAFE_FILE = /^(?:[\p{L}\p{N}\p{M}-]+\/)*[\p{L}\p{N}\p{M}-]+\.[a-z0-9]{2,5}$/u

/**
 * A folder that files are written into. A file whose bytes are the same already is not touched.
 *
 * Synchronous on purpose: for thousands of small files a promise each costs more than the write.
 */
export class OutputFolder {
  /** Whether it was empty: nothing in it need be compared. */
  readonly isFresh: boolean
  readonly #root: string
  readonly #folders = new Set<string>()
  readonly #wanted = new Set<string>()
  readonly #settled = new Map<string, boolean>()
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

  /** Writes a file whose name no seed had a say in. */
  writeOwn(file: string, content: string | Uint8Array): void {
    if (this.#settled.has(file)) {
      this.#settled.set(file, true)
      return
    }
    const path = this.#want(file)
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    writeChanged(path, bytes, this.isFresh)
  }

  /** Writes a file that stays as it is, whatever is written under its name later. */
  protect(file: string, content: Uint8Array): void {
    this.writeOwn(file, content)
    this.#settled.set(file, false)
  }

  /** Settled files that were to be written again, in order. */
  overridden(): string[] {
    return [...this.#settled].flatMap(([file, isPassedOver]) => (isPassedOver ? file : [])).sort()
  }

  /** Makes room for a file that is written elsewhere, with `writeChanged`, and returns its absolute path. Throws when its name is not safe. */
  claim(file: string): string {
    this.#check(file)
    return this.#want(file)
  }

  /** Bytes of a file that stands in the folder, whoever wrote it; null when none does. */
  sizeOf(file: string): number | null {
    this.#check(file)
    return statSync(join(this.#root, file), { throwIfNoEntry: false })?.size ?? null
  }

  /** Removes what an earlier build left under `folder` (empty for all but `.git`) and this one has not written, and folders left empty. */
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

  #want(file: string): string {
    this.#wanted.add(file)
    const path = join(this.#root, file)
    this.#makeFolder(dirname(path))
    return path
  }

  /** What stands in a folder's place, which no build has made, is removed: nothing is written through a link. */
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

  /** What stood in a folder before this build: one look at all costs less than one at each. */
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
    let kept = 0
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = `${folder}${sep}${entry.name}`
      if (entry.name === '.git' && under === '') kept++
      // A link is removed, never followed out of the output folder.
      else if (entry.isDirectory()) kept += this.#removeUnder(path, `${under}${entry.name}/`) ? 0 : 1
      else if (this.#wanted.has(under + entry.name)) kept++
      else rmSync(path)
    }
    if (kept > 0) return false
    rmdirSync(folder)
    return true
  }
}

/**
 * Writes a file that an `OutputFolder` has claimed, unless it holds these bytes already, which is not looked
 * at in a fresh folder. Returns the file's stamp.
 */
export function writeChanged(path: string, bytes: Uint8Array, isFresh: boolean): string {
  if (!isFresh) {
    const found = lstatSync(path, { throwIfNoEntry: false })
    // A link, say, which no build has made: nothing is written through it.
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
