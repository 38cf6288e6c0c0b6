import { rowsOfChunk, chunkCount } from '../../../shared/feed/feed-chunks.ts'
import type { KeptHeights } from '../../data/reader-state.ts'

/** Pixels a row is taken for before any was measured. */
const GUESS = 150

/**
 * Pixels a feed may be tall before any of it was shown: browsers cut a page at about 17.8 (Firefox) or
 * 33.5 million (Chromium, Safari), and what lies below could never be reached.
 */
const TALLEST = 12_000_000

/** How tall each stretch of a feed is: as it was measured, or as tall as its rows usually are. */
export interface ChunkHeights {
  /** Of the window they are true for, in pixels. */
  readonly width: number
  /** Of a stretch in a feed of `total` rows. */
  readonly of: (stretch: number, total: number) => number
  /** Of a run of stretches, from (inclusive) and to (exclusive). */
  readonly sum: (from: number, to: number, total: number) => number
  /** The stretch that stands `offset` pixels below the feed's top; the last, where that is below it. */
  readonly at: (offset: number, total: number) => number
  /** Notes what was measured. */
  note(stretch: number, height: number): void
  /** Settles what a row usually takes, once: a guess that is bettered all the time would never let the page rest. */
  settle(row: number): void
  isSettled(): boolean
  keep(): KeptHeights
}

/** The heights of a feed in a window of this width; what was kept from before counts where that was as wide. */
export function createChunkHeights(width: number, kept: KeptHeights | null): ChunkHeights {
  const usable = kept?.width === width ? kept : null
  const measured = new Map(usable?.measured)
  let usual = usable?.row ?? null
  const of = (stretch: number, total: number) => {
    const height = measured.get(stretch)
    if (height !== undefined) return height
    const { from, to } = rowsOfChunk(stretch, total)
    return (to - from) * Math.min(usual ?? GUESS, TALLEST / total)
  }
  return {
    width,
    of,
    sum(from, to, total) {
      let sum = 0
      for (let stretch = from; stretch < to; stretch++) sum += of(stretch, total)
      return sum
    },
    at(offset, total) {
      const last = chunkCount(total) - 1
      let bottom = 0
      for (let stretch = 0; stretch < last; stretch++) {
        bottom += of(stretch, total)
        if (bottom > offset) return stretch
      }
      return Math.max(0, last)
    },
    note(stretch, height) {
      measured.set(stretch, height)
    },
    settle(row) {
      usual ??= row
    },
    isSettled: () => usual !== null,
    keep: () => ({ width, row: usual, measured: [...measured] }),
  }
}
