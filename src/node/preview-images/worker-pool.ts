import type { PreviewImage } from './preview-image.ts'
import { loadDrawer, type DrawnImage } from './draw-one.ts'
import { userError } from '../lib/user-error.ts'
import type { LoadWorker } from '../lib/bundle-worker.ts'
import { runInThreads } from '../lib/run-in-threads.ts'

/** Images that make another worker worthwhile: it spends half a second on loading libraries and fonts. */
const IMAGES_PER_WORKER = 8

/** Called for each image as it is drawn; null when it can't be drawn. */
type OnDrawn<T> = (image: T, png: DrawnImage) => Promise<void>

/** Draws images in worker threads. Rejects when drawing isn't possible on this machine. */
export async function drawInWorkers<T extends PreviewImage>(images: readonly T[], loadWorker: LoadWorker, onDrawn: OnDrawn<T>): Promise<void> {
  if (images.length === 0) return
  const code = await loadWorker('preview-images/worker')
  try {
    await (code === null ? drawHere(images, onDrawn) : runInThreads(code.file, images, Math.ceil(images.length / IMAGES_PER_WORKER), (image, png) => onDrawn(image, png as DrawnImage)))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw userError(`The preview images could not be drawn: ${reason}\nBuild without them with the option cards: 'off' or NEWSFOLD_CARDS=off.`)
  }
}

async function drawHere<T extends PreviewImage>(images: readonly T[], onDrawn: OnDrawn<T>): Promise<void> {
  const drawCard = await loadDrawer()
  for (const image of images) await onDrawn(image, await drawCard(image))
}
