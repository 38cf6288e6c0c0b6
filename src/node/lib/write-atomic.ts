import { lstatSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Keeps a file in a cache. A build that is killed leaves the old one; two at once may mix theirs, so what is
 * read must hold a checksum. A full disk, or no right to write there, only costs the cache.
 */
export function writeAtomic(file: string, content: string | Uint8Array): void {
  // One name for all builds: what a killed one leaves is written over.
  const draft = `${file}.draft`
  try {
    mkdirSync(dirname(file), { recursive: true })
    try {
      writeFileSync(draft, content)
      // Renamed when whole: a build that is killed leaves no half file.
      moveIntoPlace(draft, file)
    } finally {
      rmSync(draft, { force: true })
    }
  } catch {
    return
  }
}

/** Moves a draft that is whole into its place, out of which it removes a folder, which no build has made. */
export function moveIntoPlace(draft: string, file: string): void {
  if (lstatSync(file, { throwIfNoEntry: false })?.isDirectory() === true) rmSync(file, { recursive: true })
  renameSync(draft, file)
}
