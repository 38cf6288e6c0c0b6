/** The reader's own choices, kept in this browser only. A browser that refuses storage still works. */

import { readStored, store } from './storage.ts'

export type Theme = 'system' | 'light' | 'dark'

const THEME = 'newsfold:theme'

/** The chosen colours; `system` when none were chosen. */
export function readTheme(): Theme {
  const value = readStored('localStorage', THEME)
  return value === 'light' || value === 'dark' ? value : 'system'
}

/** Keeps the chosen colours. */
export function keepTheme(theme: Theme): void {
  store('localStorage', THEME, theme)
}

/** Shows the page, and the browser's bar around it, in these colours. */
export function showTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const scheme = meta.dataset['scheme'] ?? ''
    meta.media = theme === 'system' ? `(prefers-color-scheme: ${scheme})` : theme === scheme ? 'all' : 'not all'
  }
}

/** Where the reader was in one entry of the tab's history. */
export interface Place {
  /** Pixels scrolled from the top. */
  readonly scroll: number
  /**
   * `href` of the focused link, which of the links with that address it was, and how far from the
   * document's top in pixels; null for none.
   */
  readonly link: { readonly href: string; readonly nth: number; readonly top: number } | null
}

/** The place kept for a history entry; null when it was never left. */
export function readPlace(entry: string): Place | null {
  const value = readStored('sessionStorage', placeKey(entry))
  return value === null ? null : (JSON.parse(value) as Place)
}

/** Keeps the place of a history entry for as long as the tab lives. */
export function keepPlace(entry: string, place: Place): void {
  store('sessionStorage', placeKey(entry), JSON.stringify(place))
}

/** What is kept of a feed's length. */
export interface KeptHeights {
  /** Width of the window they were measured in; at another they say nothing. */
  readonly width: number
  /** Pixels a row usually takes; null before any was measured. */
  readonly row: number | null
  /** Pixels of the stretches that were shown. */
  readonly measured: readonly (readonly [stretch: number, height: number])[]
}

/** How tall the stretches of a feed were in this tab, so that its length is the same when the reader returns; null when unknown. */
export function readHeights(path: string): KeptHeights | null {
  const value = readStored('sessionStorage', heightsKey(path))
  return value === null ? null : (JSON.parse(value) as KeptHeights)
}

/** Keeps the heights of a feed for as long as the tab lives. */
export function keepHeights(path: string, heights: KeptHeights): void {
  store('sessionStorage', heightsKey(path), JSON.stringify(heights))
}

function heightsKey(path: string): string {
  return `newsfold:heights:${path}`
}

function placeKey(entry: string): string {
  return `newsfold:place:${entry}`
}
