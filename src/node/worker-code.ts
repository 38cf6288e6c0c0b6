import { hash } from 'node:crypto'
import { existsSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { hashFiles } from './hash-files.ts'

const SOURCE = dirname(fileURLToPath(import.meta.url))
const PROJECT = join(SOURCE, '../..')
/** Beside the packages, so that what a worker imports from npm is found as it is from the sources. */
const FOLDER = join(PROJECT, 'node_modules/.cache/newsfold/workers')

/** Changes with the code of this folder, its dependencies and Node. */
export function codeVersion(): string {
  const code = hashFiles(PROJECT, ['src/node', 'src/shared', 'package-lock.json'])
  return hash('sha256', code + process.version, 'hex').slice(0, 16)
}

/** Code that a worker thread can run. */
export interface WorkerCode {
  /** Absolute path of an ES module. */
  readonly file: string
  /** As `codeVersion`. */
  readonly version: string
}

/**
 * Makes a module of this folder runnable in a worker thread: Node 20 can't run TypeScript, and Vite has
 * bundled the plugin itself into a file that is gone by now. The project's own modules become one file,
 * made again when they, a dependency or Node have changed; npm packages are imported. Rejects when the
 * file can't be written.
 */
export async function bundleWorker(name: string): Promise<WorkerCode> {
  const version = codeVersion()
  const target = join(FOLDER, `${name}-${version}`)
  const file = join(target, `${name}.mjs`)
  if (existsSync(file)) return { file, version }
  const { rolldown } = await import('rolldown')
  const bundle = await rolldown({ input: join(SOURCE, `${name}.ts`), platform: 'node', logLevel: 'silent', external: /^[^./]/ })
  const draft = `${target}.${process.pid}`
  await bundle.write({ dir: draft, entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' })
  await bundle.close()
  try {
    renameSync(draft, target)
  } catch (error) {
    // Another build was faster, with the same code.
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(file)) throw error
  }
  return { file, version }
}
