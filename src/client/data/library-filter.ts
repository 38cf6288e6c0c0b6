import type { FeedFilter } from '../../shared/filter/feed-filter.ts'

/** Adds to a filter of the URL what the user's library leaves out of its feed. */
export type ApplyLibrary = (filter: FeedFilter) => FeedFilter

let apply: ApplyLibrary | null = null
const listeners = new Set<() => void>()

/** Changes what the library leaves out of feeds. */
export function setLibraryFilter(next: ApplyLibrary): void {
  apply = next
  for (const listen of listeners) listen()
}

/** For `useSyncExternalStore`. */
export function listenToLibraryFilter(listen: () => void): () => void {
  listeners.add(listen)
  return () => void listeners.delete(listen)
}

/** Null until the library is loaded. */
export const libraryFilter = (): ApplyLibrary | null => apply
