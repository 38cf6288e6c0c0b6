import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { locatedFingerprintOf } from '../../lib/file-fingerprint.ts'
import { isImageName } from './image-formats.ts'

/** In more folders, no image is found by its name alone: every seed that names one depends on all of them. */
const MAX_FOLDERS = 500

/** The images of a seeds folder, and the folders with their fingerprints when they were listed. */
interface Listing {
  readonly images: ReadonlyMap<string, readonly string[]>
  readonly folders: ReadonlyMap<string, string>
}

const LISTINGS = new Map<string, Listing>()

/**
 * The paths under `root` of the images with this file name, as in Obsidian, where an embed names a file wherever it
 * is. `dependencies` receives the folders, so that a new image is found.
 */
export function findImagesByName(root: string, name: string, dependencies: Map<string, string>): readonly string[] {
  const known = LISTINGS.get(root)
  const isCurrent = known !== undefined && [...known.folders].every(([folder, then]) => locatedFingerprintOf(folder) === then)
  const listing = isCurrent ? known : list(root)
  LISTINGS.set(root, listing)
  if (listing.folders.size > MAX_FOLDERS) return []
  for (const [folder, fingerprint] of listing.folders) dependencies.set(folder, fingerprint)
  return listing.images.get(name.toLowerCase()) ?? []
}

function list(root: string): Listing {
  const images = new Map<string, string[]>()
  const folders = new Map<string, string>()
  const pending = ['']
  for (let folder = pending.pop(); folder !== undefined && folders.size <= MAX_FOLDERS; folder = pending.pop()) {
    const path = join(root, folder)
    folders.set(path, locatedFingerprintOf(path))
    for (const entry of entriesOf(path)) {
      const own = `${folder}${entry.name}`
      if (entry.name.startsWith('.')) continue
      if (entry.isDirectory()) pending.push(`${own}/`)
      else if (entry.isFile() && isImageName(entry.name)) images.set(entry.name.toLowerCase(), [...(images.get(entry.name.toLowerCase()) ?? []), own])
    }
  }
  return { images, folders }
}

function entriesOf(path: string) {
  try {
    return readdirSync(path, { withFileTypes: true })
  } catch {
    return []
  }
}
