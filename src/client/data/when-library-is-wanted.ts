import { hasLibrary } from './storage/library-flags.ts'

const INTERACTIONS = ['pointermove', 'pointerdown', 'scroll', 'keydown'] as const

/**
 * Calls `load` when the library is needed: at once where the user has marks on this device, otherwise with the
 * first interaction. `load` receives the key, if it was one, that the library may have a shortcut for. Returns how to
 * stop waiting.
 */
export function whenLibraryIsWanted(load: (firstKey: KeyboardEvent | null) => void): () => void {
  const stop = () => {
    for (const name of INTERACTIONS) removeEventListener(name, start)
  }
  const start = (event?: Event) => {
    stop()
    const isKey = event instanceof KeyboardEvent && !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.altKey
    load(isKey ? event : null)
  }
  if (hasLibrary()) start()
  else for (const name of INTERACTIONS) addEventListener(name, start, { passive: true })
  return stop
}
