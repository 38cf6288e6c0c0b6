import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { ResolvedConfig } from 'vite'
import { GENERATED_FOLDERS, siteFiles } from '../../shared/contract/permalinks.ts'
import { userError } from '../lib/user-error.ts'

/** Files that the build must make itself, like the folders. */
const OWN_FILES: readonly string[] = ['index.html', '404.html', siteFiles.offlinePage, siteFiles.serviceWorker]

/**
 * The files of the public folder, by path with `/`, with a function that reads each; none where Vite copies
 * none. They replace Newsfold's own files of the same name. Throws a user error for a file that only the
 * build can make.
 */
export function publicFiles({ publicDir, build: { copyPublicDir, assetsDir } }: ResolvedConfig): Map<string, () => Uint8Array> {
  if (!copyPublicDir || publicDir === '' || !existsSync(publicDir)) return new Map()
  const names = readdirSync(publicDir, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(publicDir, name)).isFile())
  const files = names.map((name) => name.split(sep).join('/')).sort()
  const own = [...OWN_FILES, ...GENERATED_FOLDERS, assetsDir]
  const refused = files.find((file) => own.some((one) => file === one || file.startsWith(`${one}/`)))
  if (refused !== undefined) throw userError(`The public folder contains ${refused}, which the build makes itself. Rename or remove it.`)
  return new Map(files.map((file) => [file, () => readFileSync(join(publicDir, file))]))
}
