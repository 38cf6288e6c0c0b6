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

/** What `storeJson` stored under a key; null when there is nothing, or it is damaged. */
export function readJson(name: StorageName, key: string): unknown {
  try {
    return JSON.parse(readStored(name, key) ?? 'null')
  } catch {
    return null
  }
}

/** Stores a value as JSON. */
export function storeJson(name: StorageName, key: string, value: object | null): void {
  store(name, key, JSON.stringify(value))
}
