import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import type { Bundle } from './assemble-bundle.ts'
import type { SeedImageFile } from './seed-story.ts'

/**
 * Names the bundle may use on disk: letters, digits and `-` of any script, so neither `..`, nor a
 * separator, nor a drive, nor a hidden file. Whatever a seed says, nothing else is ever written.
 */
const SAFE_FILE = /^data\/(?:[\p{L}\p{N}\p{M}-]+\/)*[\p{L}\p{N}\p{M}-]+\.[a-z0-9]{2,5}$/u

/**
 * Writes the bundle and its images under `outDir`. A file whose bytes are the same already is not
 * touched; one that an earlier build left and this one has not is removed. Throws when a file's name
 * is not safe, before anything is written.
 *
 * Synchronous on purpose: for thousands of small files a promise each costs more than the write.
 */
export function emitBundle(outDir: string, bundle: Bundle, images: readonly SeedImageFile[]): void {
  const wanted = new Set([...bundle.files.keys(), ...images.map(({ file }) => file)])
  for (const file of wanted) {
    if (!SAFE_FILE.test(file)) throw new Error(`Newsfold won't write a file named ${JSON.stringify(file)}.`)
  }
  const isFresh = !existsSync(join(outDir, 'data'))
  if (!isFresh) removeOthers(outDir, join(outDir, 'data'), wanted)
  const folders = new Set([...wanted].map((file) => dirname(file)))
  for (const folder of folders) mkdirSync(join(outDir, folder), { recursive: true })
  for (const [file, bytes] of bundle.files) {
    const path = join(outDir, file)
    if (isFresh || !holds(path, bytes)) writeFileSync(path, bytes)
  }
  for (const { file, source } of images) {
    // An image is named by its content's hash: one of this name is this image.
    if (!existsSync(join(outDir, file))) copyFileSync(source, join(outDir, file))
  }
}

function holds(path: string, bytes: Uint8Array): boolean {
  return statSync(path, { throwIfNoEntry: false })?.size === bytes.length && readFileSync(path).equals(bytes)
}

/** Removes what is not wanted under `folder`, and folders left empty. */
function removeOthers(outDir: string, folder: string, wanted: ReadonlySet<string>): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    const file = relative(outDir, path).split(sep).join('/')
    // A link is removed, never followed out of the output folder.
    if (entry.isDirectory()) removeOthers(outDir, path, wanted)
    else if (!entry.isFile() || !wanted.has(file)) rmSync(path, { recursive: true })
  }
  if (readdirSync(folder).length === 0) rmdirSync(folder)
}
