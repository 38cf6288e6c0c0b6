import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { writeAtomic } from './write-atomic.ts'

/** Writes a cache file: a line with `key` and a checksum, then the content. Where that fails, nothing is cached. */
export function writeCacheFile(file: string, key: string, content: string | Uint8Array): void {
  const bytes = Buffer.from(content)
  writeAtomic(file, Buffer.concat([Buffer.from(headOf(key, bytes)), bytes]))
}

/** The content of a cache file; null when it is missing, damaged, or was written with another key. */
export function readCacheFile(file: string, key: string): Buffer | null {
  try {
    const bytes = readFileSync(file)
    const start = bytes.indexOf(10) + 1
    const content = bytes.subarray(start)
    return bytes.toString('latin1', 0, start) === headOf(key, content) ? content : null
  } catch {
    return null
  }
}

function headOf(key: string, content: Uint8Array): string {
  return `${key} ${hash('sha1', content, 'hex')}\n`
}
