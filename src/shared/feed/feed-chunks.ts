import { FIRST_STORIES } from '../contract/bundle.ts'

/**
 * How a feed of many rows is cut for the screen. A row is a story's place in the feed, counted from
 * 0; a stretch is a run of rows shown, or left blank, as one; a fold is a run of stretches far away.
 */

/** Rows of each stretch after the first: full lines at one, two and three columns. */
export const CHUNK_ROWS = 12

/** Blank blocks a feed is folded into, at most: the page stays small however long the feed is. */
const MOST_FOLDS = 120

/** Rows from (inclusive) and to (exclusive). */
export interface Rows {
  readonly from: number
  readonly to: number
}

/** Stretches of a feed with so many rows. */
export function chunkCount(rows: number): number {
  return rows === 0 ? 0 : 1 + Math.ceil(Math.max(0, rows - FIRST_STORIES) / CHUNK_ROWS)
}

/** Rows of a stretch, counted from 0, in a feed of `total` rows. The first is what the catalog tells. */
export function rowsOfChunk(stretch: number, total: number): Rows {
  const from = stretch === 0 ? 0 : FIRST_STORIES + (stretch - 1) * CHUNK_ROWS
  const to = FIRST_STORIES + stretch * CHUNK_ROWS
  return { from: Math.min(from, total), to: Math.min(to, total) }
}

/** The stretch that holds a row. */
export function chunkOf(row: number): number {
  return row < FIRST_STORIES ? 0 : 1 + Math.floor((row - FIRST_STORIES) / CHUNK_ROWS)
}

/** How many stretches make a fold. */
export function chunksPerBlock(stretches: number): number {
  return Math.max(4, Math.ceil(stretches / MOST_FOLDS))
}
