/** Messages for a live region: what a key or a button has done, for users who can't see it. */
let message = ''
const listeners = new Set<() => void>()

/** Says something; the same message twice is said twice. */
export function announce(text: string): void {
  // A live region speaks only when its text changes.
  message = text === message ? `${text}\u00a0` : text
  for (const listen of listeners) listen()
}

/** For `useSyncExternalStore`. */
export function listenToAnnouncements(listen: () => void): () => void {
  listeners.add(listen)
  return () => void listeners.delete(listen)
}

/** The last message; empty before any. */
export function lastAnnouncement(): string {
  return message
}
