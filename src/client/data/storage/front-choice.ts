import { readStored, store } from './storage.ts'

const KEY = 'newsfold:front'

/** Whether the front page shows what the user follows when the app is opened. */
export function isFrontFollowed(): boolean {
  return readStored('localStorage', KEY) === 'followed'
}

/** Stores the choice on this device. */
export function storeFrontFollowed(isFollowed: boolean): void {
  store('localStorage', KEY, isFollowed ? 'followed' : 'all')
}
