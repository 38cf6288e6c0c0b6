import { closeSync, existsSync, fstatSync, lstatSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import type { Dirent } from 'node:fs'
import { basename, dirname, join, sep } from 'node:path'
import { fingerprintOf, toFingerprint } from '../lib/file-fingerprint.ts'

/**
 * Names that may be used on disk: letters, digits and `-` of any script, so neither `..`, nor a
 * separator, nor a drive, nor a hidden file. Nothing else is ever written, whatever a seed says.
 */
const SAFE_FILE = /^(?:[\p{L}\p{N}\p{M}-]+\/)*[\p{L}\p{N}\p{M}-]+\.[a-z0-9]{2,5}$/u

/** Where drafts of changed files wait inside the output folder. No file of a site has such a name. */
const DRAFT = '.newsfold-draft'

/** Moved after all others, in this order, because they name these. */
const LAST: readonly string[] = ['data/catalog.json', 'data/version.json', 'index.html', 'service-worker.js']

/** Order in which files replace others: the stories, which lists name, then the lists and pages, then `LAST`. */
function rank(file: string): number {
  return file.startsWith('data/story/') ? -2 : LAST.indexOf(file)
}

/** Where files are written, for `writeDraft` in any thread. */
export interface OutputTarget {
  readonly root: string
  readonly draft: string
  /** Whether the folder was empty, so that nothing needs to be compared. */
  readonly isFresh: boolean
}

/**
 * A folder that files are written into. A file whose bytes are the same already is not touched. All others are
 * written as drafts, and `publish` moves them into place, so that a build that fails or is killed leaves the last site.
 *
 * Synchronous on purpose: for thousands of small files a promise each costs more than the write.
 */
export class OutputFolder {
  readonly target: OutputTarget
  readonly #root: string
  readonly #folders = new Set<string>()
  readonly #expected = new Set<string>()
  readonly #protected = new Map<string, boolean>()
  readonly #before = new Map<string, ReadonlyMap<string, Dirent>>()

  /** Removes the drafts of a build that was killed. */
  constructor(root: string) {
    this.#root = root
    const draft = join(root, DRAFT)
    const names = existsSync(root) ? readdirSync(root) : []
    if (names.includes(DRAFT)) rmSync(draft, { recursive: true })
    this.target = { root, draft, isFresh: names.every((name) => name === DRAFT) }
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
    this.#expect(file)
    writeDraft(this.target, file, typeof content === 'string' ? Buffer.from(content) : content)
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

  /** Announces a file that the caller writes with `writeDraft`, or leaves as it is. Throws when its name is not safe. */
  claim(file: string): void {
    this.#check(file)
    this.#expect(file)
  }

  /** Size of a file that this build or the last one wrote, in bytes; null when there is none. */
  sizeOf(file: string): number | null {
    this.#check(file)
    const { root, draft } = this.target
    return [draft, root].map((folder) => statSync(join(folder, file), { throwIfNoEntry: false })?.size).find((size) => size !== undefined) ?? null
  }

  /**
   * Moves the drafts into place. New files come first, because no old file names them; then files that replace
   * others, those that name the rest last. So links lead somewhere at every moment. Calls `onMoved` for each moved
   * file, except those that are moved with their folder.
   */
  publish(onMoved: (file: string) => void): void {
    const { draft, root } = this.target
    if (!existsSync(draft)) return
    const replacing: string[] = []
    const moveNew = (folder: string) => {
      const entries = readdirSync(join(draft, folder), { withFileTypes: true })
      for (const entry of entries.sort((a, b) => rank(a.name) - rank(b.name))) {
        const file = folder === '' ? entry.name : `${folder}/${entry.name}`
        const found = lstatSync(join(root, file), { throwIfNoEntry: false })
        if (found === undefined) {
          renameSync(join(draft, file), join(root, file))
          if (entry.isFile()) onMoved(file)
        } else if (entry.isDirectory() && found.isDirectory()) moveNew(file)
        else replacing.push(file)
      }
    }
    moveNew('')
    for (const file of replacing.sort((a, b) => rank(a) - rank(b))) {
      const path = join(root, file)
      if (!lstatSync(path).isFile()) rmSync(path, { recursive: true })
      renameSync(join(draft, file), path)
      onMoved(file)
    }
    rmSync(draft, { recursive: true })
  }

  /** Removes the drafts, and the folder when it is empty: the last site stays. */
  discard(): void {
    rmSync(this.target.draft, { recursive: true, force: true })
    if (this.target.isFresh && existsSync(this.#root) && readdirSync(this.#root).length === 0) rmdirSync(this.#root)
  }

  /** Removes what this build has not written under `folder` (empty for everything but `.git`), and empty folders. */
  removeOthers(folder: string): void {
    if (this.target.isFresh) return
    const path = join(this.#root, folder)
    const found = folder === '' ? statSync(path, { throwIfNoEntry: false }) : lstatSync(path, { throwIfNoEntry: false })
    if (found?.isSymbolicLink() === true) rmSync(path)
    else if (found?.isDirectory() === true) this.#removeUnder(path, folder === '' ? '' : `${folder}/`)
  }

  #check(file: string): void {
    if (!SAFE_FILE.test(file)) throw new Error(`Newsfold won't write a file named ${JSON.stringify(file)}.`)
  }

  #expect(file: string): void {
    this.#expected.add(file)
    this.#checkFolder(dirname(file))
  }

  /** Removes a file or link in the folder's place, so that nothing is compared, or written, through a link. */
  #checkFolder(folder: string): void {
    if (folder === '.' || this.#folders.has(folder)) return
    this.#folders.add(folder)
    const parent = dirname(folder)
    this.#checkFolder(parent)
    // Others are made by `writeDraft`, when there is something to write.
    if (this.target.isFresh) mkdirSync(join(this.target.draft, folder), { recursive: parent === '.' })
    else if (this.#found(parent).get(basename(folder))?.isDirectory() === false) rmSync(join(this.#root, folder))
  }

  /** What was in a folder before this build: one listing costs less than a look at each file. */
  #found(folder: string): ReadonlyMap<string, Dirent> {
    const known = this.#before.get(folder)
    if (known !== undefined) return known
    const path = join(this.#root, folder)
    const isFolder = lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true || folder === '.'
    const found = new Map((isFolder ? readdirSync(path, { withFileTypes: true }) : []).map((entry) => [entry.name, entry]))
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

/** Writes the draft of a claimed file, unless the site has it with these bytes already. Returns the fingerprint. */
export function writeDraft({ root, draft, isFresh }: OutputTarget, file: string, bytes: Uint8Array): string {
  if (!isFresh) {
    const path = join(root, file)
    const found = lstatSync(path, { throwIfNoEntry: false })
    if (found?.isFile() === true && found.size === bytes.length && readFileSync(path).equals(bytes)) return fingerprintOf(path)
  }
  const path = join(draft, file)
  if (!isFresh || !file.includes('/')) mkdirSync(dirname(path), { recursive: true })
  const opened = openSync(path, 'w')
  try {
    writeFileSync(opened, bytes)
    return toFingerprint(fstatSync(opened, { bigint: true }))
  } finally {
    closeSync(opened)
  }
}
