import type { LibraryState, NamedMarks } from './library-state.ts'
import type { Mark, Marks } from './marks.ts'
import { packKeys, unpackKeys, type PackedKeys } from './packed-keys.ts'
import { KEY_LIMIT } from '../../shared/contract/story-key.ts'

const FORMAT = 'newsfold-library'
/** Raised when an older app could misread a newer file. */
const VERSION = 1
/** Later times, in seconds, are invalid: a change by hand must still fit after them. */
const MAX_TIME = 2 ** 45
/** Larger files, in characters, are not read: a million marks take 6 million. */
const MAX_LENGTH = 20_000_000

/** The times of marks by key, in seconds since 1970: of those that are on, and of those that were switched off. */
interface MarkTimes {
  readonly on: Readonly<Record<string, number>>
  readonly off: Readonly<Record<string, number>>
}

/** The exported file. `docs/library.md` describes it. */
interface LibraryFile {
  readonly format: string
  readonly version: number
  readonly read: PackedKeys
  /** By story key in base 36. */
  readonly readChanges: MarkTimes
  readonly saved: MarkTimes
  readonly muted: MarkTimes
  readonly followed: MarkTimes
}

/** A library could not be read from a file or from the device. */
export class LibraryError extends Error {
  /** `foreign`: not a library. `newer`: written by a newer version of the app. `damaged`: a library with invalid contents. */
  readonly reason: 'foreign' | 'newer' | 'damaged'

  constructor(reason: LibraryError['reason'], details: string) {
    super(details)
    this.name = 'LibraryError'
    this.reason = reason
  }
}

/** Keys of each kind of marks. Anything else in a file is refused, so that it can't end up in a page. */
const KEYS: Readonly<Record<NamedMarks, RegExp>> = {
  saved: /^[0-9a-z]{10}$/,
  muted: /^(topic|provider|word):[^\p{C}]{1,200}$/u,
  followed: /^(topic|provider):[^\p{C}]{1,200}$/u,
}

/** A state as the text of a file. */
export function toLibraryFile(state: LibraryState): string {
  const file: LibraryFile = {
    format: FORMAT,
    version: VERSION,
    read: packKeys(state.read),
    readChanges: toTimes(state.readChanges, (key) => key.toString(36)),
    saved: toTimes(state.saved, String),
    muted: toTimes(state.muted, String),
    followed: toTimes(state.followed, String),
  }
  return JSON.stringify(file)
}

/** Reads the text of a file. Throws `LibraryError`. */
export function parseLibraryFile(text: string): LibraryState {
  const file = parseJson(text)
  if (file.format !== FORMAT) throw new LibraryError('foreign', 'The file does not say that it is a Newsfold library.')
  if (!Number.isInteger(file.version) || file.version < 1) throw new LibraryError('damaged', 'version is not a number.')
  if (file.version > VERSION) throw new LibraryError('newer', `The file has version ${file.version}; this app reads up to version ${VERSION}.`)
  const read = isRecord(file.read) && typeof file.read.bits === 'string' ? unpackKeys(file.read) : null
  if (read === null) throw new LibraryError('damaged', 'read is not a valid list.')
  const readChanges = fromTimes('readChanges', file.readChanges, (text) => {
    const key = /^[0-9a-z]{1,9}$/.test(text) ? Number.parseInt(text, 36) : KEY_LIMIT
    return key < KEY_LIMIT ? key : null
  })
  const named = (kind: NamedMarks) => fromTimes(kind, file[kind], (text) => (KEYS[kind].test(text) ? text : null))
  return { read: read.filter((key) => !readChanges.has(key)), readChanges, saved: named('saved'), muted: named('muted'), followed: named('followed') }
}

function parseJson(text: string): LibraryFile {
  if (text.length > MAX_LENGTH) throw new LibraryError('foreign', 'The file is too large.')
  try {
    const value: unknown = JSON.parse(text)
    if (isRecord(value)) return value as unknown as LibraryFile
  } catch {
    // Reported below.
  }
  throw new LibraryError('foreign', 'The file is not a JSON object.')
}

function toTimes<Key>(marks: Marks<Key>, nameOf: (key: Key) => string): MarkTimes {
  const times = (isOn: boolean) => Object.fromEntries([...marks].filter(([, mark]) => mark.isOn === isOn).map(([key, { at }]) => [nameOf(key), at] as const).sort(([a], [b]) => (a < b ? -1 : 1)))
  return { on: times(true), off: times(false) }
}

function fromTimes<Key>(field: string, times: unknown, keyOf: (text: string) => Key | null): Marks<Key> {
  if (!isRecord(times) || !isRecord(times['on']) || !isRecord(times['off'])) throw new LibraryError('damaged', `${field} has no on and off.`)
  const marks = new Map<Key, Mark>()
  for (const [isOn, part] of [[false, times['off']], [true, times['on']]] as const) {
    for (const [text, at] of Object.entries(part)) {
      const key = keyOf(text)
      if (key === null || typeof at !== 'number' || !Number.isInteger(at) || at < 1 || at > MAX_TIME) throw new LibraryError('damaged', `${field} has an invalid mark: ${JSON.stringify(text).slice(0, 100)}.`)
      marks.set(key, { isOn, at })
    }
  }
  return marks
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
