import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** What lies under a seeds folder. Paths are relative to it, with `/`, in code-unit order. */
export interface CollectedSeeds {
  /** Files that are seeds by their extension. */
  readonly seeds: string[]
  /** Files that are neither seeds nor pictures: told once, so that a mistyped extension is not a lost story. */
  readonly strangers: string[]
}

const SEED_FILE = /\.(?:md|markdown|txt)$/i
const IMAGE_FILE = /\.(?:jpe?g|png|gif|webp|avif|svg|bmp|ico|heic|tiff?)$/i

/**
 * Lists the seeds under `root`, at any depth. Dot-files and dot-folders are skipped, symbolic links
 * are not followed. Rejects when `root` itself can't be listed; a folder that vanishes on the way is empty.
 */
export async function collectSeeds(root: string): Promise<CollectedSeeds> {
  const seeds: string[] = []
  const strangers: string[] = []
  let folders = ['']
  while (folders.length > 0) {
    const listings = await Promise.all(folders.map((folder) => listFolder(root, folder)))
    folders = []
    for (const entry of listings.flat()) {
      if (entry.kind === 'folder') folders.push(`${entry.path}/`)
      else if (SEED_FILE.test(entry.path)) seeds.push(entry.path)
      else if (!IMAGE_FILE.test(entry.path)) strangers.push(entry.path)
    }
  }
  return { seeds: seeds.sort(), strangers: strangers.sort() }
}

interface Entry {
  readonly kind: 'file' | 'folder'
  readonly path: string
}

/** `folder` is empty or ends in `/`. */
async function listFolder(root: string, folder: string): Promise<Entry[]> {
  const found = await readdir(join(root, folder), { withFileTypes: true }).catch((error: unknown) => {
    if (folder !== '' && error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  })
  return found
    .filter((entry) => !entry.name.startsWith('.') && (entry.isDirectory() || entry.isFile()))
    .map((entry) => ({ kind: entry.isDirectory() ? 'folder' : 'file', path: folder + entry.name }))
}
