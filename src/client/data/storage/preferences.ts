import { readStored, store } from './storage.ts'

const FRONT_KEY = 'newsfold:front'
const SHORTCUTS_KEY = 'newsfold:shortcuts'

/** Whether the front page shows what the user follows when the app is opened. */
export function isFrontFollowed(): boolean {
  return readStored('localStorage', FRONT_KEY) === 'followed'
}

/** Stores whether it does, on this device. */
export function storeFrontFollowed(isFollowed: boolean): void {
  store('localStorage', FRONT_KEY, isFollowed ? 'followed' : 'all')
}

/** Whether keyboard shortcuts are on: they are until the user switches them off. */
export function areShortcutsOn(): boolean {
  return readStored('localStorage', SHORTCUTS_KEY) !== 'off'
}

/** Stores whether they are, on this device. */
export function storeShortcutsOn(isOn: boolean): void {
  store('localStorage', SHORTCUTS_KEY, isOn ? 'on' : 'off')
}
