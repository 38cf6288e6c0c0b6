import type { Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { isImageName } from './values/image-formats.ts'

/** The files of a seeds folder. Paths are relative to it, with `/`, in code-unit order. */
export interface CollectedSeeds {
  /** Files that are seeds by their extension, and folders that can't be listed: reading one of those reports why. */
  readonly seeds: string[]
  /** Files that are neither seeds nor images: reported, so that a mistyped extension doesn't lose a story silently. */
  readonly unrecognisedFiles: string[]
  /** Symbolic links, except those named like an image. */
  readonly symlinks: string[]
}

const SEED_FILE = /\.(?:md|markdown|mdx|txt)$/i

/**
 * Lists the seeds under `root`, at any depth. Skips files and folders whose name begins with a dot. Does
 * not follow symbolic links, because they may lead anywhere. Rejects when `root` can't be listed; a folder
 * that disappears meanwhile counts as empty.
 */
export async function collectSeeds(root: string): Promise<CollectedSeeds> {
  const seeds: string[] = []
  const unrecognisedFiles: string[] = []
  const symlinks: string[] = []
  let folders = ['']
  while (folders.length > 0) {
    const listings = await Promise.all(folders.map((folder) => listFolder(root, folder)))
    folders = []
    for (const entry of listings.flat()) {
      if (entry.kind === 'folder') folders.push(`${entry.path}/`)
      else if (entry.kind === 'closed') seeds.push(entry.path)
      else if (isImageName(entry.path)) continue
      else if (entry.kind === 'link') symlinks.push(entry.path)
      else if (SEED_FILE.test(entry.path)) seeds.push(entry.path)
      else unrecognisedFiles.push(entry.path)
    }
  }
  return { seeds: seeds.sort(), unrecognisedFiles: unrecognisedFiles.sort(), symlinks: symlinks.sort() }
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
    // A folder whose name isn't UTF-8 can be listed by its parent, but not opened.
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'EMFILE' || code === 'ENFILE') throw error
    const isGone = code === 'ENOENT' && !folder.includes('\ufffd')
    return isGone ? [] : [{ kind: 'closed', path: folder.slice(0, -1) }]
  }
}

function kindOf(entry: Dirent): Entry['kind'] {
  return entry.isDirectory() ? 'folder' : entry.isSymbolicLink() ? 'link' : 'file'
}
