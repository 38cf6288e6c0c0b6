import { readStored, store } from './storage.ts'

/** Set once there are marks: the library is then loaded with the page. Without it, the first interaction loads it. */
const KEY = 'newsfold:library'

/** Whether the user has, or had, marks on this device. */
export function hasLibrary(): boolean {
  return readStored('localStorage', KEY) !== null
}

/** Remembers that there are marks. */
export function storeHasLibrary(): void {
  store('localStorage', KEY, '1')
}
