import { readJson, storeJson } from './storage.ts'

/** Where the user was in one entry of the tab's history. */
export interface ScrollPosition {
  /** Pixels scrolled from the top. */
  readonly scroll: number
  /**
   * The focused link: its `href`, its index among the links with that `href`, and its distance from the
   * top of the document in pixels. Null when no link had the focus.
   */
  readonly link: { readonly href: string; readonly nth: number; readonly top: number } | null
}

/** The position stored for a history entry; null when there is none. */
export function readScrollPosition(entry: string): ScrollPosition | null {
  return readJson('sessionStorage', keyOf(entry)) as ScrollPosition | null
}

/** Stores the position of a history entry for as long as the tab lives. */
export function storeScrollPosition(entry: string, position: ScrollPosition): void {
  storeJson('sessionStorage', keyOf(entry), position)
}

function keyOf(entry: string): string {
  return `newsfold:scroll:${entry}`
}
