import { changedMark, mergeMarks, withoutOldTombstones, type Mark, type Marks } from './marks.ts'
import { storyKey } from '../../shared/contract/story-key.ts'
import { hasKey, NO_KEYS, uniteKeys, type StoryKeys } from './story-keys.ts'

/** What a user has marked. It stays on the user's devices. */
export interface LibraryState {
  /**
   * Keys of stories that were read and never marked otherwise. They have no time, which would take more space
   * than the key: any mark in `readChanges` counts as later.
   */
  readonly read: StoryKeys
  /** Read marks that were changed by hand, by story key. None of these keys is in `read`. */
  readonly readChanges: Marks<number>
  /** Saved stories, by id. */
  readonly saved: Marks<string>
  /** Muted topics, providers and words: see `Subject`. */
  readonly muted: Marks<string>
  /** Followed topics and providers. */
  readonly followed: Marks<string>
}

/** What can be muted or followed: a topic's slug, a provider's domain, or a word in lower case. Words can only be muted. */
export interface Subject {
  readonly kind: 'topic' | 'provider' | 'word'
  readonly value: string
}

/** Marks whose keys are texts. */
export type NamedMarks = 'saved' | 'muted' | 'followed'

export const EMPTY_LIBRARY: LibraryState = { read: NO_KEYS, readChanges: new Map(), saved: new Map(), muted: new Map(), followed: new Map() }

/** A mark that was switched off is forgotten after this many seconds: a year. */
const TOMBSTONE_LIFETIME = 365 * 86_400

/**
 * Merges two states. Devices that merge each other's states end with equal ones, in whatever order and however
 * often they do it.
 */
export function mergeLibraries(a: LibraryState, b: LibraryState): LibraryState {
  const readChanges = mergeMarks(a.readChanges, b.readChanges)
  const read = uniteKeys(a.read, b.read)
  const isChanged = readChanges.size > 0 && [...readChanges.keys()].some((key) => hasKey(read, key))
  return {
    read: isChanged ? read.filter((key) => !readChanges.has(key)) : read,
    readChanges,
    saved: mergeMarks(a.saved, b.saved),
    muted: mergeMarks(a.muted, b.muted),
    followed: mergeMarks(a.followed, b.followed),
  }
}

/** Whether a story is marked as read. */
export function isRead({ read, readChanges }: LibraryState, id: string): boolean {
  const key = storyKey(id)
  return key !== null && (readChanges.get(key)?.isOn ?? hasKey(read, key))
}

/** Whether a story is saved, or a subject muted or followed. */
export function isMarked(state: LibraryState, kind: NamedMarks, key: string): boolean {
  return state[kind].get(key)?.isOn === true
}

/** What is marked, the latest first. */
export function markedKeys(marks: Marks<string>): string[] {
  const marked = [...marks].filter(([, { isOn }]) => isOn)
  return marked.sort(([keyA, a], [keyB, b]) => b.at - a.at || (keyA < keyB ? -1 : 1)).map(([key]) => key)
}

/** The key of a subject. */
export function subjectKey({ kind, value }: Subject): string {
  return `${kind}:${value}`
}

/** The subject of a key. */
export function subjectOf(key: string): Subject {
  const [kind = '', ...value] = key.split(':')
  return { kind: kind as Subject['kind'], value: value.join(':') }
}

/** The change that marks stories as read or unread, to be merged into the state. `now` in seconds since 1970. */
export function changeRead(state: LibraryState, ids: readonly string[], isOn: boolean, now: number): LibraryState {
  const readChanges = new Map<number, Mark>()
  const read: number[] = []
  for (const id of ids) {
    const key = storyKey(id)
    if (key === null || isRead(state, id) === isOn) continue
    const before = state.readChanges.get(key)
    if (isOn && before === undefined) read.push(key)
    else readChanges.set(key, changedMark(before, isOn, now))
  }
  return { ...EMPTY_LIBRARY, read: Float64Array.from(new Set(read)).sort(), readChanges }
}

/** The change that marks a story as saved, or a subject as muted or followed, or not any more. `now` in seconds since 1970. */
export function changeMark(state: LibraryState, kind: NamedMarks, key: string, isOn: boolean, now: number): LibraryState {
  if (isMarked(state, kind, key) === isOn) return EMPTY_LIBRARY
  return { ...EMPTY_LIBRARY, [kind]: new Map([[key, changedMark(state[kind].get(key), isOn, now)]]) }
}

/** The state without marks that were switched off more than a year ago. `now` in seconds since 1970. */
export function dropOldTombstones(state: LibraryState, now: number): LibraryState {
  const before = now - TOMBSTONE_LIFETIME
  return {
    ...state,
    readChanges: withoutOldTombstones(state.readChanges, before),
    saved: withoutOldTombstones(state.saved, before),
    muted: withoutOldTombstones(state.muted, before),
    followed: withoutOldTombstones(state.followed, before),
  }
}
