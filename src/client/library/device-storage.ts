import { createStore, del, get, setMany, update, type UseStore } from 'idb-keyval'

/** Where a library is stored. Values are copied by structured cloning. All methods fail when the device refuses or is full. */
export interface LibraryStorage {
  /** The stored value; undefined when there is none. */
  load(): Promise<unknown>
  /** Replaces the value in one transaction, also when another tab writes at the same time. An error in `replace` changes nothing. */
  update(replace: (value: unknown) => unknown): Promise<void>
  /** Moves the value to another key, where it can be looked at. */
  setAside(): Promise<void>
  clear(): Promise<void>
}

const KEY = 'library'

/** Where the values of the library are in IndexedDB. `scope` distinguishes the sites of one origin. */
export function valueStore(scope: string): UseStore {
  return createStore(`newsfold-library ${scope}`, 'values')
}

/** Stores a library in IndexedDB. `scope` distinguishes the sites of one origin, such as by their base path. */
export function deviceStorage(scope: string): LibraryStorage {
  const store = valueStore(scope)
  return {
    // `async`, because a browser without IndexedDB throws at once.
    load: async () => get<unknown>(KEY, store),
    update: async (replace) => update<unknown>(KEY, replace, store),
    async setAside() {
      const value: unknown = await get(KEY, store)
      await setMany([[`damaged ${new Date().toISOString()}`, value]], store)
      await del(KEY, store)
    },
    clear: async () => del(KEY, store),
  }
}
