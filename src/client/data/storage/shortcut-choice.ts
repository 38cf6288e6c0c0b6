import { readStored, store } from './storage.ts'

const KEY = 'newsfold:shortcuts'

/** Whether keyboard shortcuts are on: they are until the user switches them off. */
export function areShortcutsOn(): boolean {
  return readStored('localStorage', KEY) !== 'off'
}

/** Stores the choice on this device. */
export function storeShortcutsOn(isOn: boolean): void {
  store('localStorage', KEY, isOn ? 'on' : 'off')
}
