/** What the user can do to the library, by button or by key. */
import type { QueryClient } from '@tanstack/react-query'
import { EVERYTHING } from '../../shared/filter/everything.ts'
import type { FeedFilter } from '../../shared/filter/feed-filter.ts'
import { libraryWords as words } from '../../shared/words/library.ts'
import { currentLibrary } from './current-library.ts'
import { refreshUnread } from './device-filter.ts'
import { changeMark, changeRead, isMarked, isRead, markedKeys, subjectKey, subjectOf, type Subject } from './library-state.ts'
import type { Marks } from './marks.ts'
import { unlinkFile } from './linked-file.ts'
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

/** Opens the original of a story in a new tab, if it has one, and marks the story as read. */
export async function openOriginal(client: QueryClient, id: string): Promise<void> {
  const { originalUrl } = await client.query(storyQuery(id))
  if (originalUrl === null) return
  markOpened(id)
  window.open(originalUrl, '_blank', 'noopener')
}

/** Marks stories as read. Returns those that were not. */
export function markAllRead(ids: readonly string[]): readonly string[] {
  const { state } = currentLibrary().getSnapshot()
  const unread = ids.filter((id) => !isRead(state, id))
  changeAll(unread, true)
  return unread
}

/** Marks stories as unread. */
export function markAllUnread(ids: readonly string[]): void {
  changeAll(ids, false)
}

function changeAll(ids: readonly string[], isOn: boolean): void {
  currentLibrary().change((state, now) => changeRead(state, ids, isOn, now))
  refreshUnread()
}

/** The filter of everything the user follows; null when that is nothing. */
export function followedFilter(followed: Marks<string>): FeedFilter | null {
  const any = markedKeys(followed).map((key) => subjectOf(key).value).sort()
  return any.length === 0 ? null : { ...EVERYTHING, any }
}

/** Mutes or follows a subject, or no longer does. */
export function toggleSubject(kind: 'muted' | 'followed', subject: Subject, name: string): void {
  const key = subjectKey(subject)
  const isOn = !isMarked(currentLibrary().getSnapshot().state, kind, key)
  currentLibrary().change((state, now) => changeMark(state, kind, key, isOn, now))
  announce(words.subjectChanged[kind][isOn ? 'on' : 'off'](name))
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

/** Deletes all marks and copies, here, on the device and in other tabs. Fails when the device refuses. */
export async function forgetEverything(): Promise<void> {
  // A file that is kept up to date would bring everything back.
  await unlinkFile().catch(() => undefined)
  await Promise.all([currentLibrary().clear(), copies.clear()])
}

/** Asks the browser once to keep this site's data when the device runs full. */
function askToPersist(): void {
  if (readStored('localStorage', PERSIST_KEY) !== null || !('storage' in navigator)) return
  store('localStorage', PERSIST_KEY, '1')
  navigator.storage.persist().catch(() => undefined)
}
