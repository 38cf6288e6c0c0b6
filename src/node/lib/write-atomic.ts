import { lstatSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Stores a file in a cache, if possible: a full disk or a missing permission only costs the cache. Two builds
 * may write at once, so a reader must check a checksum.
 */
export function writeAtomic(file: string, content: string | Uint8Array): void {
  try {
    writeWhole(file, content)
  } catch {
    return
  }
}

/** Writes a file and its folder, so that a build that is killed leaves the old file or the new one. Throws where that fails. */
export function writeWhole(file: string, content: string | Uint8Array): void {
  // One name for all builds: the next build overwrites what a killed one leaves.
  const draft = `${file}.draft`
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
