import { readStored, store } from './storage.ts'

const KEY = 'newsfold:feed'

/** The path of the feed that was shown last in this tab, relative to the base path; null when there was none. */
export function readLastFeed(): string | null {
  return readStored('sessionStorage', KEY)
}

/** Stores the path of the feed that is shown, for as long as the tab lives. */
export function storeLastFeed(path: string): void {
  store('sessionStorage', KEY, path)
}
