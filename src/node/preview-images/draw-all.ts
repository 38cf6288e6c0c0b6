import { hash } from 'node:crypto'
import { join } from 'node:path'
import { formatsFor } from '../../shared/text/dates.ts'
import { dataFiles } from '../../shared/contract/permalinks.ts'
import type { Site } from '../../shared/contract/site.ts'
import type { LoadWorker } from '../lib/bundle-worker.ts'
import { readCacheFile, writeCacheFile } from '../lib/cache-file.ts'
import { drawInWorkers } from './worker-pool.ts'
import { hashOfImage, toPreviewImage, type PreviewImage, type PreviewedStory } from './preview-image.ts'

export interface DrawOptions {
  /** Absolute path of a folder that outlives the build, made when missing; null to store nothing. */
  readonly cacheFolder: string | null
  readonly loadWorker: LoadWorker
  /** Writes one image: its file in the output folder, named by its content, and its PNG. */
  readonly write: (file: string, png: Uint8Array) => Promise<void> | void
  /** Called after each different image; `images` is how many there are. */
  readonly onProgress?: (done: number, images: number) => void
}

export interface DrawnImages {
  /** The image's file by story id. Stories with a suitable picture of their own have none, nor have those that no font here can write. */
  readonly files: ReadonlyMap<string, string>
  /** Different images that were drawn, taken from the cache, and skipped because they can't be drawn. */
  readonly drawn: number
  readonly cached: number
  readonly skipped: number
}

interface HashedImage extends PreviewImage {
  readonly hash: string
}

/** Draws a 1200 by 630 PNG for every story whose own picture is not suitable for a link preview, or takes it from the cache. */
export async function drawPreviewImages(stories: readonly PreviewedStory[], site: Site, options: DrawOptions): Promise<DrawnImages> {
  const { cacheFolder, loadWorker, write, onProgress } = options
  const cacheFile = (image: HashedImage) => (cacheFolder === null ? null : join(cacheFolder, image.hash))
  const formats = formatsFor(site.language, site.timeZone)
  /** Images that look the same are one. */
  const images = new Map<string, HashedImage>()
  const hashes = new Map<string, string>()
  for (const story of stories) {
    const image = toPreviewImage(story, site.title, formats)
    if (image === null) continue
    const own = hashOfImage(image)
    images.set(own, { ...image, hash: own })
    hashes.set(story.id, own)
  }

  const written = new Map<string, string>()
  let done = 0
  const finish = async (image: string, png: Uint8Array | null) => {
    if (png !== null) {
      const file = dataFiles.card(hash('sha256', png, 'hex').slice(0, 16))
      await write(file, png)
      written.set(image, file)
    }
    onProgress?.(++done, images.size)
  }
  const missing: HashedImage[] = []
  for (const image of images.values()) {
    const file = cacheFile(image)
    const png = file === null ? null : readCacheFile(file, '')
    if (png === null) missing.push(image)
    else await finish(image.hash, png)
  }
  const cached = written.size
  await drawInWorkers(missing, loadWorker, async (image, png) => {
    const file = cacheFile(image)
    if (file !== null && png !== null) writeCacheFile(file, '', png)
    await finish(image.hash, png)
  })
  const files = new Map<string, string>()
  for (const [id, image] of hashes) {
    const file = written.get(image)
    if (file !== undefined) files.set(id, file)
  }
  return { files, drawn: written.size - cached, cached, skipped: images.size - written.size }
}
