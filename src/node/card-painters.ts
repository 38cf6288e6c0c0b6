import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { DrawnCard } from './card-worker.ts'
import type { Card } from './card.ts'
import { plainError } from './plain-error.ts'
import { bundleWorker } from './worker-code.ts'

/** Fewer cards than this don't repay another thread, which loads libraries and fonts of its own for half a second. */
const CARDS_A_THREAD = 8

/** Draws cards side by side, `onDrawn` told of each as it comes; rejects when drawing isn't possible on this machine. */
export async function paintCards<T extends Card>(cards: readonly T[], onDrawn: (card: T, png: DrawnCard) => Promise<void>): Promise<void> {
  if (cards.length === 0) return
  const { file } = await bundleWorker('card-worker')
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
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw plainError(`The cards of link previews could not be drawn: ${reason}\nBuild without them with the option cards: 'off' or NEWSFOLD_CARDS=off.`)
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}
