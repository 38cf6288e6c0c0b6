import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { ResolvedConfig } from 'vite'
import { GENERATED_FOLDERS, siteFiles } from '../../shared/contract/permalinks.ts'
import { userError } from '../lib/user-error.ts'

/** What the reader can't be without, beside its folders. */
const OWN_FILES: readonly string[] = ['index.html', '404.html', siteFiles.offlinePage, siteFiles.serviceWorker]

/**
 * The files of the owner's public folder, by path with `/`, with a function that reads each; none where
 * Vite is to copy none. They go before Newsfold's own of the same name. Throws, with what to do, for one in
 * the place of what only the build can make.
 */
export function publicFiles({ publicDir, build: { copyPublicDir, assetsDir } }: ResolvedConfig): Map<string, () => Uint8Array> {
  if (!copyPublicDir || publicDir === '' || !existsSync(publicDir)) return new Map()
  const names = readdirSync(publicDir, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(publicDir, name)).isFile())
  const files = names.map((name) => name.split(sep).join('/')).sort()
  const own = [...OWN_FILES, ...GENERATED_FOLDERS, assetsDir]
  const refused = files.find((file) => own.some((one) => file === one || file.startsWith(`${one}/`)))
  if (refused !== undefined) throw userError(`The public folder holds ${refused}, where the build puts what it makes itself. Rename it or take it out.`)
  return new Map(files.map((file) => [file, () => readFileSync(join(publicDir, file))]))
}
