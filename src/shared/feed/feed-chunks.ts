import { FIRST_STORIES } from '../contract/bundle.ts'

/**
 * How a long feed is divided for the windowed list. A row is a story's position in the feed, counted from 0; a
 * chunk is a run of rows that is rendered, or left blank, as one; a block is a run of chunks that are off screen.
 */

/** Rows in each chunk after the first: full lines at one, two and three columns. */
export const CHUNK_ROWS = 12

/** Maximum blank blocks of a feed: keeps the page small however long the feed is. */
const MAX_BLOCKS = 120

/** Rows from (inclusive) and to (exclusive). */
export interface Rows {
  readonly from: number
  readonly to: number
}

/** Number of chunks in a feed of `rows` rows. */
export function chunkCount(rows: number): number {
  return rows === 0 ? 0 : 1 + Math.ceil(Math.max(0, rows - FIRST_STORIES) / CHUNK_ROWS)
}

/** The rows of a chunk, counted from 0, in a feed of `total` rows. The first chunk is what the catalog contains. */
export function rowsOfChunk(chunk: number, total: number): Rows {
  const from = chunk === 0 ? 0 : FIRST_STORIES + (chunk - 1) * CHUNK_ROWS
  const to = FIRST_STORIES + chunk * CHUNK_ROWS
  return { from: Math.min(from, total), to: Math.min(to, total) }
}

/** The chunk that contains a row. */
export function chunkOf(row: number): number {
  return row < FIRST_STORIES ? 0 : 1 + Math.floor((row - FIRST_STORIES) / CHUNK_ROWS)
}

/** Number of chunks in a block. */
export function chunksPerBlock(chunks: number): number {
  return Math.max(4, Math.ceil(chunks / MAX_BLOCKS))
}
