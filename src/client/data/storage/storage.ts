/** `localStorage` lasts; `sessionStorage` lives as long as the tab. */
type StorageName = 'localStorage' | 'sessionStorage'

/** The value stored under a key; null when there is none or the browser refuses storage. */
export function readStored(name: StorageName, key: string): string | null {
  try {
    // The build has no storage; asking is much cheaper than catching an error on every page.
    return name in globalThis ? globalThis[name].getItem(key) : null
  } catch {
    return null
  }
}

/** Stores a value. Returns false when storage is full or refused. */
export function store(name: StorageName, key: string, value: string): boolean {
  try {
    globalThis[name].setItem(key, value)
    return true
  } catch {
    return false
  }
}

/** What `storeInTab` stored under a key; null when there is nothing, or it is damaged. */
export function readInTab(key: string): unknown {
  try {
    return JSON.parse(readStored('sessionStorage', key) ?? 'null')
  } catch {
    return null
  }
}

/** Stores an object as JSON for as long as the tab lives. */
export function storeInTab(key: string, value: object): void {
  store('sessionStorage', key, JSON.stringify(value))
}
