import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Code that a worker thread can run. */
export interface WorkerCode {
  /** Absolute path of an ES module. */
  readonly file: string
  /** Changes with the code, its dependencies and Node. */
  readonly version: string
}

/**
 * Makes a module of this folder runnable in a worker thread: Node can't run TypeScript, and Vite has
 * bundled the plugin itself into a file that is gone by now. It is bundled once, and again when the
 * code, a dependency or Node has changed. `folder` is where the result is kept.
 */
export async function bundleWorker(name: string, folder: string): Promise<WorkerCode> {
  const source = dirname(fileURLToPath(import.meta.url))
  const version = versionOf(source)
  const target = join(folder, `${name}-${version}`)
  const file = join(target, `${name}.mjs`)
  if (existsSync(file)) return { file, version }
  const { rolldown } = await import('rolldown')
  const bundle = await rolldown({ input: join(source, `${name}.ts`), platform: 'node', logLevel: 'silent' })
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

/** Hash over all that decides what the code does: its sources, the exact dependencies and Node itself. */
function versionOf(source: string): string {
  const hash = createHash('sha256').update(process.version)
  for (const folder of [source, join(source, '../shared')]) {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    for (const name of names.filter((one) => one.endsWith('.ts')).sort()) {
      hash.update(`\n${name}\n`).update(readFileSync(join(folder, name)))
    }
  }
  const lock = join(source, '../../package-lock.json')
  if (existsSync(lock)) hash.update(readFileSync(lock))
  return hash.digest('hex').slice(0, 16)
}
