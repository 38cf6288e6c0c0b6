import { hash } from 'node:crypto'
import { existsSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { hashFiles } from './hash-files.ts'

const FOLDER = dirname(fileURLToPath(import.meta.url))

/** Changes with the code of this folder, its dependencies and Node. */
export function codeVersion(): string {
  const code = hashFiles(join(FOLDER, '../..'), ['src/node', 'src/shared', 'package-lock.json'])
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
 * Makes a module of this folder runnable in a worker thread: Node can't run TypeScript, and Vite has
 * bundled the plugin itself into a file that is gone by now. It is bundled once, and again when the
 * code, a dependency or Node has changed. `folder` is where the result is kept.
 */
export async function bundleWorker(name: string, folder: string): Promise<WorkerCode> {
  const version = codeVersion()
  const target = join(folder, `${name}-${version}`)
  const file = join(target, `${name}.mjs`)
  if (existsSync(file)) return { file, version }
  const { rolldown } = await import('rolldown')
  const bundle = await rolldown({ input: join(FOLDER, `${name}.ts`), platform: 'node', logLevel: 'silent' })
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
