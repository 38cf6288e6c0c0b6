/** What the user can do to the library, by button or by key. */
import type { QueryClient } from '@tanstack/react-query'
import { libraryWords as words } from '../../shared/words/library.ts'
import { currentLibrary } from './current-library.ts'
import { changeMark, changeRead, isMarked, isRead } from './library-state.ts'
import { savedStories } from './saved-stories.ts'
import { announce } from './announcements.ts'
import { storyQuery } from '../data/queries/bundle-query.ts'
import { readStored, store } from '../data/storage/storage.ts'

/** Set once the browser was asked not to delete what is saved. */
const PERSIST_KEY = 'newsfold:persist'

/** Copies of the saved stories on this device. */
export const copies = savedStories(import.meta.env.BASE_URL)

/** Marks a story as read, as it was opened. */
export function markOpened(id: string): void {
  currentLibrary().change((state, now) => changeRead(state, [id], true, now))
}

/** Marks a story as read, or as unread. */
export function toggleRead(id: string): void {
  const isOn = !isRead(currentLibrary().getSnapshot().state, id)
  currentLibrary().change((state, now) => changeRead(state, [id], isOn, now))
  announce(isOn ? words.markedRead : words.markedUnread)
}

/** Saves a story with a copy on this device, or removes both. */
export function toggleSaved(client: QueryClient, id: string): void {
  const isOn = !isMarked(currentLibrary().getSnapshot().state, 'saved', id)
  currentLibrary().change((state, now) => changeMark(state, 'saved', id, isOn, now))
  announce(isOn ? words.isSaved : words.isNotSaved)
  if (isOn) {
    // Without a copy the story is read from the site, as any other.
    client.query(storyQuery(id)).then((story) => copies.put(story)).catch(() => undefined)
    askToPersist()
  } else copies.remove(id).catch(() => undefined)
}

/** Asks the browser once to keep this site's data when the device runs full. */
function askToPersist(): void {
  if (readStored('localStorage', PERSIST_KEY) !== null || !('storage' in navigator)) return
  store('localStorage', PERSIST_KEY, '1')
  navigator.storage.persist().catch(() => undefined)
}
