/** A value outside React's state. Components follow it with `useSyncExternalStore(value.subscribe, value.get)`. */
export interface SharedValue<T> {
  readonly get: () => T
  readonly set: (value: T) => void
  /** Calls a function after each `set`; returns how to stop. */
  readonly subscribe: (listen: () => void) => () => void
}

export function sharedValue<T>(initial: T): SharedValue<T> {
  let current = initial
  const listeners = new Set<() => void>()
  return {
    get: () => current,
    set(value) {
      current = value
      for (const listen of listeners) listen()
    },
    subscribe(listen) {
      listeners.add(listen)
      return () => void listeners.delete(listen)
    },
  }
}
