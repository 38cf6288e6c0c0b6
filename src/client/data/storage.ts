/** Which of the browser's two: for good, or for as long as the tab lives. */
type Storages = 'localStorage' | 'sessionStorage'

/** What is kept under a key; null when nothing is, or when the browser refuses storage. */
export function readStored(kind: Storages, key: string): string | null {
  try {
    // The build has neither; asking first is far cheaper than failing on every page.
    return kind in globalThis ? globalThis[kind].getItem(key) : null
  } catch {
    return null
  }
}

/** Keeps a value. Returns false where storage is full or refused: then it holds for this page only. */
export function store(kind: Storages, key: string, value: string): boolean {
  try {
    globalThis[kind].setItem(key, value)
    return true
  } catch {
    return false
  }
}
