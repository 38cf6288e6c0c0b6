import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { PreviewImage } from './preview-image.ts'
import { loadDrawer, type DrawnImage } from './draw-one.ts'
import { userError } from '../lib/user-error.ts'
import type { LoadWorker } from '../lib/bundle-worker.ts'

/** Images that make another worker worthwhile: it spends half a second on loading libraries and fonts. */
const IMAGES_PER_WORKER = 8

/** Called for each image as it is drawn; null when it can't be drawn. */
type OnDrawn<T> = (image: T, png: DrawnImage) => Promise<void>

/** Draws images in worker threads. Rejects when drawing isn't possible on this machine. */
export async function drawInWorkers<T extends PreviewImage>(images: readonly T[], loadWorker: LoadWorker, onDrawn: OnDrawn<T>): Promise<void> {
  if (images.length === 0) return
  const code = await loadWorker('preview-images/worker')
  try {
    await (code === null ? drawHere(images, onDrawn) : drawInThreads(code.file, images, onDrawn))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw userError(`The preview images could not be drawn: ${reason}\nBuild without them with the option cards: 'off' or NEWSFOLD_CARDS=off.`)
  }
}

async function drawHere<T extends PreviewImage>(images: readonly T[], onDrawn: OnDrawn<T>): Promise<void> {
  const drawCard = await loadDrawer()
  for (const image of images) await onDrawn(image, await drawCard(image))
}

async function drawInThreads<T extends PreviewImage>(file: string, images: readonly T[], onDrawn: OnDrawn<T>): Promise<void> {
  const size = Math.min(availableParallelism(), Math.ceil(images.length / IMAGES_PER_WORKER))
  const queue = images.values()
  const workers = Array.from({ length: size }, () => new Worker(file))
  try {
    await Promise.all(workers.map(async (worker) => {
      for (const image of queue) {
        worker.postMessage(image)
        const [png] = (await once(worker, 'message')) as [DrawnImage]
        await onDrawn(image, png)
      }
    }))
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}
