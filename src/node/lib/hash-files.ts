import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Hash over the names and bytes of files, and of all files under folders; `names` are relative to `root`, missing ones are ignored. */
export function hashFiles(root: string, names: readonly string[]): string {
  const hash = createHash('sha256')
  const add = (name: string) => {
    const found = statSync(join(root, name), { throwIfNoEntry: false })
    if (found?.isDirectory() === true) {
      for (const inside of readdirSync(join(root, name)).sort()) add(`${name}/${inside}`)
    } else if (found?.isFile() === true) {
      hash.update(`\n${name} ${found.size}\n`).update(readFileSync(join(root, name)))
    }
  }
  for (const name of names) add(name)
  return hash.digest('hex')
}
