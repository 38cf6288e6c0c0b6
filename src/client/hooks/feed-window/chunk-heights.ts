import { chunkCount, rowsOfChunk } from '../../../shared/feed/feed-chunks.ts'
import type { StoredChunkHeights } from '../../data/storage/chunk-heights-store.ts'

/** Height of a row in pixels before any was measured. */
const DEFAULT_ROW_HEIGHT = 150

/**
 * Maximum estimated height of a feed in pixels: browsers limit a page to about 17.8 million (Firefox) or
 * 33.5 million (Chromium, Safari), and rows below the limit could never be reached.
 */
const MAX_FEED_HEIGHT = 12_000_000

/** The height of each chunk of a feed: measured, or estimated from a typical row. All heights in pixels. */
export interface ChunkHeights {
  /** Width of the window the heights are valid for. */
  readonly width: number
  /** Height of a chunk in a feed of `total` rows. */
  readonly of: (chunk: number, total: number) => number
  /** Height of a range of chunks, from (inclusive) and to (exclusive). */
  readonly sum: (from: number, to: number, total: number) => number
  /** The chunk at `offset` below the top of the feed; the last chunk when `offset` is below the feed. */
  readonly at: (offset: number, total: number) => number
  /** Stores a measured height. */
  record(chunk: number, height: number): void
  /** Sets the height of a typical row; only the first call counts, because a changing estimate would make the page jump. */
  setTypicalRow(height: number): void
  hasTypicalRow(): boolean
  toStored(): StoredChunkHeights
}

/** Creates the heights of a feed for a window of this width; `stored` is ignored when its width differs. */
export function createChunkHeights(width: number, stored: StoredChunkHeights | null): ChunkHeights {
  const usable = stored?.width === width ? stored : null
  const measured = new Map(usable?.measured)
  let typicalRow = usable?.row ?? null
  const of = (chunk: number, total: number) => {
    const height = measured.get(chunk)
    if (height !== undefined) return height
    const { from, to } = rowsOfChunk(chunk, total)
    return (to - from) * Math.min(typicalRow ?? DEFAULT_ROW_HEIGHT, MAX_FEED_HEIGHT / total)
  }
  return {
    width,
    of,
    sum(from, to, total) {
      let sum = 0
      for (let chunk = from; chunk < to; chunk++) sum += of(chunk, total)
      return sum
    },
    at(offset, total) {
      const last = chunkCount(total) - 1
      let bottom = 0
      for (let chunk = 0; chunk < last; chunk++) {
        bottom += of(chunk, total)
        if (bottom > offset) return chunk
      }
      return Math.max(0, last)
    },
    record(chunk, height) {
      measured.set(chunk, height)
    },
    setTypicalRow(height) {
      typicalRow ??= height
    },
    hasTypicalRow: () => typicalRow !== null,
    toStored: () => ({ width, row: typicalRow, measured: [...measured] }),
  }
}
