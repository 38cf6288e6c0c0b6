import { readJson, storeJson } from './storage.ts'

/** The measured heights of a feed's chunks. */
export interface StoredChunkHeights {
  /** Width of the window they were measured in, in pixels; they are valid for this width only. */
  readonly width: number
  /** Typical height of a row in pixels; null before any was measured. */
  readonly row: number | null
  /** Heights of the chunks that were shown, in pixels. */
  readonly measured: readonly (readonly [chunk: number, height: number])[]
}

/** The heights stored in this tab, so that a feed has the same length when the user returns; null when there are none. */
export function readChunkHeights(path: string): StoredChunkHeights | null {
  return readJson('sessionStorage', keyOf(path)) as StoredChunkHeights | null
}

/** Stores the heights of a feed for as long as the tab lives. */
export function storeChunkHeights(path: string, heights: StoredChunkHeights): void {
  storeJson('sessionStorage', keyOf(path), heights)
}

function keyOf(path: string): string {
  return `newsfold:heights:${path}`
}
