import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Keeps a file in a cache, whole or not at all. A full disk, or no right to write there, only costs the cache. */
export function keepFile(file: string, content: string | Uint8Array): void {
  const draft = `${file}.${process.pid}`
  try {
    mkdirSync(dirname(file), { recursive: true })
    try {
      writeFileSync(draft, content)
      // Renamed when whole: a build that is killed leaves no half file.
      renameSync(draft, file)
    } finally {
      rmSync(draft, { force: true })
    }
  } catch {
    return
  }
}
