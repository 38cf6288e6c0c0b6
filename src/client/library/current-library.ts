import { storeHasLibrary } from '../data/storage/library-flags.ts'
import { deviceStorage } from './device-storage.ts'
import { openLibrary, type LibraryStore } from './library-store.ts'
import { pendingChanges } from './pending-changes.ts'

let opening: Promise<void> | null = null
let current: LibraryStore | null = null

/** Opens the library of this site in this tab, once. */
export function openCurrentLibrary(): Promise<void> {
  opening ??= open(import.meta.env.BASE_URL)
  return opening
}

async function open(scope: string): Promise<void> {
  const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(`newsfold-library ${scope}`) : null
  const library = await openLibrary({ storage: deviceStorage(scope), pendingChanges: pendingChanges(scope), channel })
  library.subscribe(storeHasLibrary)
  const flush = () => void library.flush()
  // A page that is hidden may be closed without another event.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') flush()
  })
  addEventListener('pagehide', flush)
  current = library
}

/** The open library. Throws before it is open. */
export function currentLibrary(): LibraryStore {
  if (current === null) throw new Error('The library is not open.')
  return current
}
