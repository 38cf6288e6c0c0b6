import type { KeptHeights } from '../data/reader-state.ts'

/** Pixels a stretch is taken for before any was measured. */
const GUESS = 1800

/** How tall each stretch of a feed is: as it was measured, or as tall as usual. */
export interface FeedHeights {
  /** Of the window they are true for, in pixels. */
  readonly width: number
  readonly of: (stretch: number) => number
  /** Of a run of stretches, from (inclusive) and to (exclusive). */
  readonly sum: (from: number, to: number) => number
  /** Which of `count` stretches stands `offset` pixels below the feed's top; the last, where that is below it. */
  at(offset: number, count: number): number
  /** Notes what was measured. Returns by how much that differs. */
  note(stretch: number, height: number): number
  /** Settles what is usual, once: a guess that is bettered all the time would never let the page rest. */
  settle(usual: number): void
  isSettled(): boolean
  keep(): KeptHeights
}

/** The heights of a feed in a window of this width; what was kept from before counts where that was as wide. */
export function createHeights(width: number, kept: KeptHeights | null): FeedHeights {
  const usable = kept?.width === width ? kept : null
  const measured = new Map(usable?.measured)
  let usual = usable?.usual ?? null
  const of = (stretch: number) => measured.get(stretch) ?? usual ?? GUESS
  return {
    width,
    of,
    sum(from, to) {
      let sum = 0
      for (let stretch = from; stretch < to; stretch++) sum += of(stretch)
      return sum
    },
    at(offset, count) {
      let bottom = 0
      for (let stretch = 0; stretch < count - 1; stretch++) {
        bottom += of(stretch)
        if (bottom > offset) return stretch
      }
      return Math.max(0, count - 1)
    },
    note(stretch, height) {
      const before = of(stretch)
      measured.set(stretch, height)
      return height - before
    },
    settle(height) {
      usual ??= height
    },
    isSettled: () => usual !== null,
    keep: () => ({ width, usual, measured: [...measured] }),
  }
}
