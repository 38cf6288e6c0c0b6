import { createHash } from 'node:crypto'
import { lstatSync, readdirSync } from 'node:fs'
import { toFingerprint } from './file-fingerprint.ts'

/** All files under a folder. */
export interface FileTree {
  /** Equal as long as no file was added, removed or touched. Null where a link leads to files that are not counted. */
  readonly fingerprint: string | null
  readonly files: number
  readonly bytes: number
  readonly largest: { readonly file: string; readonly bytes: number }
}

/** Looks at every file under a folder without reading one, except in its own `.git`. Throws where a folder can't be listed. */
export function fingerprintTree(root: string): FileTree {
  const hash = createHash('sha256')
  let [files, bytes, hasLinks, largest] = [0, 0, false, { file: '', bytes: 0 }]
  const add = (under: string) => {
    // By name, so that the order is the same on every file system.
    const names = readdirSync(`${root}/${under}`).sort()
    const folders: string[] = []
    for (const name of names) {
      const file = under + name
      if (file === '.git') continue
      const stat = lstatSync(`${root}/${file}`, { bigint: true })
      if (stat.isDirectory()) folders.push(`${file}/`)
      else {
        const size = Number(stat.size)
        hash.update(`${file}\n${toFingerprint(stat)}\n`)
        hasLinks ||= stat.isSymbolicLink()
        files++
        bytes += size
        if (size > largest.bytes) largest = { file, bytes: size }
      }
    }
    for (const folder of folders) {
      hash.update(`${folder}\n`)
      add(folder)
    }
  }
  add('')
  return { fingerprint: hasLinks ? null : hash.digest('hex'), files, bytes, largest }
}
