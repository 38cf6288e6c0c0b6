import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeAtomic } from '../lib/write-atomic.ts'
import { isWholePng } from './png.ts'

/** Images that were drawn before, by the hash of what is on them. */
export interface PreviewImageCache {
  /** The PNG; null when it is missing or incomplete. */
  read(hash: string): Promise<Buffer | null>
  /** Stores a PNG. Where that fails, the image is drawn again next time. */
  write(hash: string, png: Uint8Array): void
}

/** A cache in a folder, which is made for the first image; null for no cache. */
export function previewImageCache(folder: string | null): PreviewImageCache {
  if (folder === null) return { read: () => Promise.resolve(null), write: () => undefined }
  const pathOf = (hash: string) => join(folder, `${hash}.png`)
  return {
    async read(hash) {
      const png = await readFile(pathOf(hash)).catch(() => null)
      return png !== null && isWholePng(png) ? png : null
    },
    write: (hash, png) => writeAtomic(pathOf(hash), png),
  }
}
