/** A dialog of the library. */
export type DialogName = 'shortcuts'

let open: DialogName | null = null
const listeners = new Set<() => void>()

/** Opens a dialog, or closes the open one. A dialog whose code is still loading opens once it is loaded. */
export function showDialog(name: DialogName | null): void {
  open = name
  for (const listen of listeners) listen()
}

/** For `useSyncExternalStore`. */
export function listenToDialogs(listen: () => void): () => void {
  listeners.add(listen)
  return () => void listeners.delete(listen)
}

/** The dialog that is open; null for none. */
export function openDialog(): DialogName | null {
  return open
}
