import { hash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { threadId } from 'node:worker_threads'
import { normalizePath } from 'vite'
import { hashFiles } from './hash-files.ts'
import { writeWhole } from './write-atomic.ts'
import { once } from './once.ts'

const SOURCE = join(dirname(fileURLToPath(import.meta.url)), '..')
/** The folder with `src` and `node_modules`. */
export const PROJECT = join(SOURCE, '../..')
/** Inside `node_modules`, so that a worker's imports of packages resolve as they do for the sources. */
const FOLDER = join(PROJECT, 'node_modules/.cache/newsfold/workers')

/** The files that list the required and the installed packages. */
export const PACKAGES: readonly string[] = ['package-lock.json', 'node_modules/.package-lock.json']

/** Changes with the build's code and its required packages. */
export const sourceVersion = once((): string => hashFiles(PROJECT, ['src/node', 'src/shared', 'package-lock.json']))

/** Changes with the build's code, its location, its installed packages and Node. */
export const codeVersion = once((): string => {
  const installed = hashFiles(PROJECT, PACKAGES)
  return hash('sha256', sourceVersion() + installed + PROJECT + process.version, 'hex').slice(0, 16)
})

/** The sources of the build, as absolute paths: Vite restarts when one of them changes. */
export function buildSources(): string[] {
  return ['src/node', 'src/shared'].flatMap((folder) =>
    readdirSync(join(PROJECT, folder), { recursive: true, encoding: 'utf8' }).map((name) => normalizePath(join(PROJECT, folder, name))),
  )
}

/** Code that Node can run. */
export interface WorkerCode {
  /** Absolute path of an ES module. */
  readonly file: string
  /** As `codeVersion`. */
  readonly version: string
}

/**
 * Bundles a module of `src/node`, because Node 20 can't run TypeScript in a worker thread. The project's own
 * modules become one file, which is bundled again when they, a package or Node change; npm packages are
 * imported. Rejects when the bundling fails, or the file can't be written into `folder`.
 */
export async function bundleWorker(name: string, folder = FOLDER): Promise<WorkerCode> {
  const version = codeVersion()
  const stem = name.replaceAll('/', '-')
  const file = join(folder, `${stem}-${version}.mjs`)
  if (isComplete(file)) return { file, version }
  const { rolldown } = await import('rolldown')
  const bundle = await rolldown({
    input: join(SOURCE, `${name}.ts`),
    platform: 'node',
    logLevel: 'silent',
    external: /^[^./]/,
    // Otherwise a worker would load packages of which it uses nothing, such as Vite.
    treeshake: { moduleSideEffects: 'no-external' },
    // A path relative to a source file still resolves.
    plugins: [{ name: 'newsfold:source-url', transform: (code, id) => code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href)) }],
  })
  const { output } = await bundle.generate({ codeSplitting: false })
  await bundle.close()
  const { code } = output[0]
  writeWhole(file, `${headOf(code)}${code}`, `${file}.${process.pid}-${threadId}`)
  removeOlder(folder, stem, file)
  return { file, version }
}

/** Gives the code of a worker, named by its path under `src/node`; null when it can't be bundled. */
export type LoadWorker = (name: string) => Promise<WorkerCode | null>

/**
 * Bundles the workers of one build. A worker that can't be bundled does not end the build: the first one is
 * reported to `warn`, and the main thread does their work.
 */
export function workerLoader(warn: (message: string) => void): LoadWorker {
  let isReported = false
  return async (name) => {
    try {
      return await bundleWorker(name)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      if (!isReported) warn(`The worker ${name} could not be bundled: ${reason}\nThe build goes on without worker threads, which takes longer.`)
      isReported = true
      return null
    }
  }
}

/** Removes the files of a module that other versions of the code have made. */
function removeOlder(folder: string, name: string, current: string): void {
  for (const other of readdirSync(folder)) {
    const path = join(folder, other)
    if (other.startsWith(`${name}-`) && other.endsWith('.mjs') && path !== current) rmSync(path, { force: true })
  }
}

/** Whether a file is what was written. */
function isComplete(file: string): boolean {
  try {
    const text = readFileSync(file, 'utf8')
    const end = text.indexOf('\n') + 1
    return text.slice(0, end) === headOf(text.slice(end))
  } catch {
    return false
  }
}

function headOf(code: string): string {
  return `// ${hash('sha1', code, 'hex')}\n`
}
