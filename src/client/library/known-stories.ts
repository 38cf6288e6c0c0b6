/** Where in the feed the stories begin that were there at the last visit. */
let firstKnown: string | null = null
const listeners = new Set<() => void>()

/** Marks the card of a story as the first known one; null for none. */
export function setFirstKnown(id: string | null): void {
  firstKnown = id
  for (const listen of listeners) listen()
}

/** For `useSyncExternalStore`. */
export function listenToFirstKnown(listen: () => void): () => void {
  listeners.add(listen)
  return () => void listeners.delete(listen)
}

/** The id of the first known story in the feed; null for none. */
export const getFirstKnown = (): string | null => firstKnown
