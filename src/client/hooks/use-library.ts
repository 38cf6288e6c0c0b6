import { useSyncExternalStore } from 'react'
import { currentLibrary } from '../library/current-library.ts'
import type { LibrarySnapshot } from '../library/library-store.ts'

/** A value from the open library. The component renders again only when it changes, so it must be a primitive or part of the snapshot. */
export function useLibrary<Value>(select: (snapshot: LibrarySnapshot) => Value): Value {
  const library = currentLibrary()
  return useSyncExternalStore(library.subscribe, () => select(library.getSnapshot()))
}
