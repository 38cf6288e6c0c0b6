import type { Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** What lies under a seeds folder. Paths are relative to it, with `/`, in code-unit order. */
export interface CollectedSeeds {
  /** Files that are seeds by their extension; and folders that can't be listed, which are then told as what can't be read. */
  readonly seeds: string[]
  /** Files that are neither seeds nor pictures: told once, so that a mistyped extension is not a lost story. */
  readonly unrecognisedFiles: string[]
  /** Symbolic links, but for those to pictures. */
  readonly symlinks: string[]
}

const SEED_FILE = /\.(?:md|markdown|txt)$/i
const IMAGE_FILE = /\.(?:jpe?g|png|gif|webp|avif|svg|bmp|ico|heic|tiff?)$/i

/**
 * Lists the seeds under `root`, at any depth. Dot-files and dot-folders are skipped, symbolic links
 * are not followed, for they may lead anywhere. Rejects when `root` itself can't be listed; a folder that
 * vanishes on the way is empty.
 */
export async function collectSeeds(root: string): Promise<CollectedSeeds> {
  const seeds: string[] = []
  const strangers: string[] = []
  const links: string[] = []
  let folders = ['']
  while (folders.length > 0) {
    const listings = await Promise.all(folders.map((folder) => listFolder(root, folder)))
    folders = []
    for (const entry of listings.flat()) {
      if (entry.kind === 'folder') folders.push(`${entry.path}/`)
      else if (entry.kind === 'closed') seeds.push(entry.path)
      else if (IMAGE_FILE.test(entry.path)) continue
      else if (entry.kind === 'link') links.push(entry.path)
      else if (SEED_FILE.test(entry.path)) seeds.push(entry.path)
      else strangers.push(entry.path)
    }
  }
  return { seeds: seeds.sort(), unrecognisedFiles: strangers.sort(), symlinks: links.sort() }
}

interface Entry {
  /** `closed` is a folder that can't be listed. */
  readonly kind: 'file' | 'folder' | 'link' | 'closed'
  readonly path: string
}

/** `folder` is empty or ends in `/`. */
async function listFolder(root: string, folder: string): Promise<Entry[]> {
  try {
    const found = await readdir(join(root, folder), { withFileTypes: true })
    return found.filter(({ name }) => !name.startsWith('.')).map((entry) => ({ kind: kindOf(entry), path: folder + entry.name }))
  } catch (error) {
    if (folder === '') throw error
    // A name that is not UTF-8 can be listed, but not opened.
    const isGone = error instanceof Error && 'code' in error && error.code === 'ENOENT' && !folder.includes('\ufffd')
    return isGone ? [] : [{ kind: 'closed', path: folder.slice(0, -1) }]
  }
}

function kindOf(entry: Dirent): Entry['kind'] {
  return entry.isDirectory() ? 'folder' : entry.isSymbolicLink() ? 'link' : 'file'
}
