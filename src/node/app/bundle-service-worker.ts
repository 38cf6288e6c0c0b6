import { hash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { Settings } from '../config/options.ts'
import { isForeignStemmer } from './stemmer-chunks.ts'

/** A file that the worker precaches; the revision is null for one named by its content. */
interface PrecacheEntry {
  readonly url: string
  readonly revision: string | null
}

/**
 * The service worker's code. It precaches the app's files except the stemmers of other languages; with
 * `offline: 'off'` it uninstalls an earlier worker. `files` are by their path under the base path.
 */
export async function toServiceWorker(files: ReadonlyMap<string, Uint8Array>, assetsDir: string, { site, offline }: Settings): Promise<string> {
  const entries = [...files].filter(([file]) => !isForeignStemmer(file, site.language)).map(([file, bytes]): PrecacheEntry => {
    return { url: file, revision: file.startsWith(`${assetsDir}/`) ? null : hash('sha256', bytes, 'hex').slice(0, 16) }
  })
  const { rolldown } = await import('rolldown')
  const bundle = await rolldown({
    input: fileURLToPath(new URL(`../../client/offline/${offline === 'on' ? 'service-worker' : 'uninstall'}.ts`, import.meta.url)),
    platform: 'browser',
    logLevel: 'silent',
    transform: {
      target: 'es2022',
      define: {
        'process.env.NODE_ENV': '"production"',
        ASSETS_DIR: JSON.stringify(assetsDir),
        SHELL: JSON.stringify(entries.sort((a, b) => (a.url < b.url ? -1 : 1))),
      },
    },
  })
  const { output } = await bundle.generate({ format: 'iife', minify: true, codeSplitting: false })
  await bundle.close()
  return output[0].code
}
