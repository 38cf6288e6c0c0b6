import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { basename, isAbsolute, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** Beside the packages, so that what a worker imports from npm is found from here as from the sources. */
const FOLDER = fileURLToPath(new URL('../../node_modules/.cache/newsfold/workers/', import.meta.url))

/**
 * Turns a worker's TypeScript file, and the sources it imports, into one JavaScript file that
 * `new Worker(path)` can run: Node 20 reads no TypeScript. npm packages are imported, not copied, so
 * that native ones and those that read files of their own work, from any site's folder.
 * `entryFile` is absolute: `fileURLToPath(new URL('./name.ts', import.meta.url))`. The returned path is
 * absolute too and names its content, so builds at the same time share it. Rejects with the
 * bundler's error when the code can't be read.
 */
export async function bundleNativeWorker(entryFile: string): Promise<string> {
  const code = await toCode(entryFile)
  const hash = createHash('sha256').update(code).digest('hex').slice(0, 16)
  const path = join(FOLDER, `${basename(entryFile, '.ts')}-${hash}.mjs`)
  if (await readFile(path, 'utf8').catch(() => null) === code) return path
  await mkdir(FOLDER, { recursive: true })
  const unfinished = `${path}.${randomUUID()}`
  await writeFile(unfinished, code)
  await rename(unfinished, path)
  return path
}

async function toCode(entryFile: string): Promise<string> {
  const built = await build({
    configFile: false,
    envFile: false,
    publicDir: false,
    logLevel: 'silent',
    build: {
      ssr: entryFile,
      write: false,
      target: 'node20',
      rolldownOptions: {
        external: (source) => !source.startsWith('.') && !isAbsolute(source),
        // Without comments, which name the folder; with all names, for stack traces.
        output: { codeSplitting: false, minify: { compress: false, mangle: false } },
      },
    },
  })
  const outputs = 'close' in built ? [] : [built].flat().flatMap(({ output }) => output)
  const chunk = outputs.find((output) => output.type === 'chunk' && output.isEntry)
  if (chunk?.type !== 'chunk') throw new Error(`Nothing came of ${entryFile}.`)
  return chunk.code
}
