import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Card } from './preview-image.ts'
import { cardDrawer } from './draw-one.ts'
import type { DrawnCard } from './draw-one.ts'
import { userError } from '../lib/user-error.ts'
import type { LoadWorker } from '../lib/bundle-worker.ts'

/** Fewer cards than this don't repay another thread, which loads libraries and fonts of its own for half a second. */
const CARDS_A_THREAD = 8

/** Takes each card as it is drawn. */
type OnDrawn<T> = (card: T, png: DrawnCard) => Promise<void>

/** Draws cards side by side, `onDrawn` told of each as it comes; rejects when drawing isn't possible on this machine. */
export async function paintCards<T extends Card>(cards: readonly T[], loadWorker: LoadWorker, onDrawn: OnDrawn<T>): Promise<void> {
  if (cards.length === 0) return
  const code = await loadWorker('preview-images/worker')
  try {
    await (code === null ? paintHere(cards, onDrawn) : paintInThreads(code.file, cards, onDrawn))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw userError(`The cards of link previews could not be drawn: ${reason}\nBuild without them with the option cards: 'off' or NEWSFOLD_CARDS=off.`)
  }
}

async function paintHere<T extends Card>(cards: readonly T[], onDrawn: OnDrawn<T>): Promise<void> {
  const drawCard = await cardDrawer()
  for (const card of cards) await onDrawn(card, await drawCard(card))
}

async function paintInThreads<T extends Card>(file: string, cards: readonly T[], onDrawn: OnDrawn<T>): Promise<void> {
  const threads = Math.min(availableParallelism(), Math.ceil(cards.length / CARDS_A_THREAD))
  const queue = cards.values()
  const workers = Array.from({ length: threads }, () => new Worker(file))
  try {
    await Promise.all(workers.map(async (worker) => {
      for (const card of queue) {
        worker.postMessage(card)
        const [png] = (await once(worker, 'message')) as [DrawnCard]
        await onDrawn(card, png)
      }
    }))
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}
