import { readStored, store } from './storage.ts'

/** Set once there are marks: the library is then loaded with the page. Without it, the first interaction loads it. */
const LIBRARY_KEY = 'newsfold:library'
const SHORTCUTS_KEY = 'newsfold:shortcuts'

export function hasLibrary(): boolean {
  return readStored('localStorage', LIBRARY_KEY) !== null
}

export function storeHasLibrary(): void {
  if (!hasLibrary()) store('localStorage', LIBRARY_KEY, '1')
}

/** Whether the user has left keyboard shortcuts switched on. */
export function areShortcutsOn(): boolean {
  return readStored('localStorage', SHORTCUTS_KEY) !== 'off'
}

export function storeShortcutsOn(isOn: boolean): void {
  store('localStorage', SHORTCUTS_KEY, isOn ? 'on' : 'off')
}
