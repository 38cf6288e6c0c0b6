import type { LibraryStorage } from '../../../src/client/library/device-storage.ts'
import type { PendingChanges } from '../../../src/client/library/pending-changes.ts'

/** A storage that begins with a value, and keeps what was set aside. */
export function memoryStorage(value?: unknown): LibraryStorage & { readonly aside: readonly unknown[] } {
  const aside: unknown[] = []
  return {
    aside,
    load: () => Promise.resolve(value),
    update: (replace) => {
      value = replace(value)
      return Promise.resolve()
    },
    setAside: () => {
      aside.push(value)
      value = undefined
      return Promise.resolve()
    },
    clear: () => {
      value = undefined
      return Promise.resolve()
    },
  }
}

/** Pending changes that begin with those of other tabs. */
export function memoryChanges(others: string[] = []): PendingChanges & { readonly texts: () => readonly string[] } {
  let texts = others
  return {
    texts: () => texts,
    load: () => texts,
    save: (text) => {
      texts = [text]
    },
    clear: () => {
      texts = []
    },
  }
}
