import { lstatSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Stores a file in a cache, if possible: a full disk or a missing permission only costs the cache. Two builds
 * may write at once, so check a checksum after reading.
 */
export function writeAtomic(file: string, content: string | Uint8Array): void {
  try {
    writeWhole(file, content)
  } catch {
    return
  }
}

/**
 * Writes a file and its folder, so that a build that is killed leaves the old file or the new one. The next
 * build overwrites the `draft` that it may leave; builds that run at once each need their own. Throws where
 * writing fails.
 */
export function writeWhole(file: string, content: string | Uint8Array, draft = `${file}.draft`): void {
  mkdirSync(dirname(file), { recursive: true })
  try {
    writeFileSync(draft, content)
    // No build makes a folder of this name, and a file can't replace it.
    if (lstatSync(file, { throwIfNoEntry: false })?.isDirectory() === true) rmSync(file, { recursive: true })
    renameSync(draft, file)
  } finally {
    rmSync(draft, { force: true })
  }
}
