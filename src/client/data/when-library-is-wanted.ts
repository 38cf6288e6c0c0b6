import { hasLibrary } from './storage/library-flags.ts'

const INTERACTIONS = ['pointermove', 'pointerdown', 'scroll', 'keydown', 'click']

/**
 * Calls `load` when the library is needed: at once where the user has marks on this device or the address asks for unread stories, otherwise with the
 * first interaction, whose event it receives. Returns how to stop waiting.
 */
export function whenLibraryIsWanted(load: (event?: Event) => void): () => void {
  const stop = () => INTERACTIONS.forEach((name) => removeEventListener(name, start))
  const start = (event?: Event) => {
    stop()
    load(event)
  }
  if (hasLibrary() || location.search.includes('unread=')) start()
  else INTERACTIONS.forEach((name) => addEventListener(name, start))
  return stop
}
