import { LibraryError } from './library-file.ts'
import { EMPTY_LIBRARY, type LibraryState } from './library-state.ts'
import type { Marks } from './marks.ts'
import { areKeys } from './story-keys.ts'

/** Raised when an older app could misread newer data. */
export const STORED_VERSION = 1

/** A state as the device stores it. */
export interface StoredLibrary extends LibraryState {
  readonly version: number
}

/** A state ready to be stored. */
export function toStored(state: LibraryState): StoredLibrary {
  return { ...state, version: STORED_VERSION }
}

/** The state in a stored value; undefined is an empty one. Throws `LibraryError`: `newer` data must not be overwritten. */
export function fromStored(value: unknown): LibraryState {
  if (value === undefined) return EMPTY_LIBRARY
  if (typeof value !== 'object' || value === null) throw new LibraryError('damaged', 'The stored library is damaged.')
  const { version, read, readChanges, saved, muted, followed } = value as Partial<Record<keyof StoredLibrary, unknown>>
  if (typeof version === 'number' && version > STORED_VERSION) throw new LibraryError('newer', 'The stored library is newer.')
  const isValid =
    version === STORED_VERSION &&
    read instanceof Float64Array &&
    areKeys(read) &&
    areMarks<number>(readChanges, 'number') &&
    areMarks<string>(saved, 'string') &&
    areMarks<string>(muted, 'string') &&
    areMarks<string>(followed, 'string')
  if (!isValid) throw new LibraryError('damaged', 'The stored library is damaged.')
  return { read, readChanges, saved, muted, followed }
}

function areMarks<Key>(value: unknown, keyType: 'number' | 'string'): value is Marks<Key> {
  return value instanceof Map && [...(value as Map<unknown, unknown>)].every(([key, mark]) => typeof key === keyType && isMark(mark))
}

function isMark(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const { isOn, at } = value as { isOn?: unknown; at?: unknown }
  return typeof isOn === 'boolean' && Number.isSafeInteger(at) && Number(at) > 0
}
