/** What the library leaves out of feeds: read stories where only unread ones are wanted, and what is muted. */
import type { FeedFilter } from '../../shared/filter/feed-filter.ts'
import { libraryFilter } from '../data/library-filter.ts'
import { readStored, store } from '../data/storage/storage.ts'
import { currentLibrary } from './current-library.ts'
import { markedKeys, subjectOf, type LibraryState } from './library-state.ts'
import type { Marks } from './marks.ts'
import { uniteKeys, type StoryKeys } from './story-keys.ts'

const DEVICE_KEY = 'newsfold:device'

/** The name of this device in the address of an unread feed. It says nothing about the user. */
let device = readStored('localStorage', DEVICE_KEY)

/** The read stories when an unread feed was opened: what is read since stays in it until it is opened again. */
let read: { readonly keys: StoryKeys; readonly version: number } | null = null
let muted: Marks<string> | null = null
let mutedVersion = 0
let showsMuted = false

/** The filter of the unread stories among those of another. */
export function unreadOf(filter: FeedFilter): FeedFilter {
  if (device === null) {
    device = Math.random().toString(36).slice(2, 8)
    store('localStorage', DEVICE_KEY, device)
  }
  return { ...filter, unread: device }
}

/** Whether muted stories are shown in this tab. */
export const areMutedShown = (): boolean => showsMuted

/** Shows muted stories in this tab, or hides them again. */
export function showMuted(isShown: boolean): void {
  showsMuted = isShown
  update()
}

/** Leaves what was read in the meantime out of unread feeds. */
export function refreshUnread(): void {
  read = { keys: readKeys(currentLibrary().getSnapshot().state), version: (read?.version ?? 0) + 1 }
  update()
}

/** Applies the library to feeds, now and whenever something is muted. */
export function startDeviceFilter(): void {
  const library = currentLibrary()
  library.subscribe(() => {
    if (muted !== library.getSnapshot().state.muted) update()
  })
  refreshUnread()
}

/** The keys of all read stories. */
export function readKeys({ read: keys, readChanges }: Pick<LibraryState, 'read' | 'readChanges'>): StoryKeys {
  const again = [...readChanges].filter(([, { isOn }]) => isOn).map(([key]) => key)
  return uniteKeys(keys, Float64Array.from(again).sort())
}

function update(): void {
  const { state } = currentLibrary().getSnapshot()
  if (muted !== state.muted) mutedVersion++
  muted = state.muted
  const subjects = showsMuted ? [] : markedKeys(muted).map(subjectOf)
  const id = showsMuted ? 0 : mutedVersion
  libraryFilter.set((filter) => applyTo(filter, subjects, id))
}

function applyTo(filter: FeedFilter, subjects: readonly { readonly kind: string; readonly value: string }[], id: number): FeedFilter {
  // A link from another device shows its user all stories.
  const unread = filter.unread === device ? filter.unread : null
  const plain = { ...filter, unread }
  // What the user asks for is shown, although it is muted.
  const chosen = new Set([...filter.topics, ...filter.any, ...filter.providers])
  const values = (kind: string) => subjects.filter((subject) => subject.kind === kind && !chosen.has(subject.value)).map(({ value }) => value)
  const [mutedTopics, mutedProviders, mutedWords] = [values('topic'), values('provider'), values('word')]
  if (unread === null && mutedTopics.length + mutedProviders.length + mutedWords.length === 0) return plain
  const readVersion = unread === null ? 0 : (read?.version ?? 0)
  return { ...plain, library: { id: `${id} ${readVersion}`, read: unread === null ? null : (read?.keys ?? null), mutedTopics, mutedProviders, mutedWords } }
}
