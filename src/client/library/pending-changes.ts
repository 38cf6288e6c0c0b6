/**
 * Changes that are not in IndexedDB yet, as the text of a library file. They are written at once, because a page that
 * is closed has no time for IndexedDB.
 */
export interface PendingChanges {
  /** What this and other tabs left behind, also those that are open. */
  load(): string[]
  /** Replaces what this tab has stored. */
  save(text: string): void
  /** Deletes what this tab has stored, and what it has loaded. */
  clear(): void
}

/** Stores pending changes in localStorage. `scope` distinguishes the sites of one origin. Where storage is refused, nothing is stored. */
export function pendingChanges(scope: string): PendingChanges {
  const prefix = `newsfold:pending:${scope}:`
  const own = prefix + Math.random().toString(36).slice(2)
  let loaded: string[] = []
  const quietly = <Result>(act: () => Result, otherwise: Result): Result => {
    try {
      return act()
    } catch {
      return otherwise
    }
  }
  return {
    load: () =>
      quietly(() => {
        loaded = Object.keys(localStorage).filter((key) => key.startsWith(prefix))
        return loaded.map((key) => localStorage.getItem(key) ?? '')
      }, []),
    save: (text) => quietly(() => localStorage.setItem(own, text), undefined),
    clear: () => quietly(() => [own, ...loaded].forEach((key) => localStorage.removeItem(key)), undefined),
  }
}
