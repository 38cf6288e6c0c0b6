/** Where stories on this device were left half-way. */
import { DAY_MS } from '../../shared/text/durations.ts'
import { removeStored } from '../data/storage/remove-stored.ts'
import { readStored, store } from '../data/storage/storage.ts'

/** A story that was left half-way. */
export interface ReadingPosition {
  readonly id: string
  readonly slug: string
  readonly title: string
  /** The part of the story above the window's top, from 0 to 1. */
  readonly progress: number
  /** ms since 1970. */
  readonly at: number
}

const MAX_POSITIONS = 20
const LIFETIME = 30 * DAY_MS

const KEY = `newsfold:reading:${import.meta.env.BASE_URL}`

const listeners = new Set<() => void>()

/** For `useSyncExternalStore`. */
export function listenToReadingPositions(listen: () => void): () => void {
  listeners.add(listen)
  return () => void listeners.delete(listen)
}

/** The positions as they are stored: a value that changes with them. */
export const storedPositions = (): string | null => readStored('localStorage', KEY)

/** The stories that were left half-way in the last month, the latest first. */
export function readingPositions(now = Date.now()): readonly ReadingPosition[] {
  try {
    const value: unknown = JSON.parse(storedPositions() ?? '[]')
    return Array.isArray(value) ? value.filter(isPosition).filter(({ at }) => now - at < LIFETIME) : []
  } catch {
    return []
  }
}

/** Where a story was left half-way; null if it was not. */
export function readingPositionOf(id: string): ReadingPosition | null {
  return readingPositions().find((position) => position.id === id) ?? null
}

/** Stores where a story was left. */
export function storeReadingPosition(position: ReadingPosition): void {
  save([position, ...readingPositions().filter(({ id }) => id !== position.id)].slice(0, MAX_POSITIONS))
}

/** Forgets where a story was left, as it was read to its end or is not wanted. */
export function forgetReadingPosition(id: string): void {
  const positions = readingPositions()
  if (positions.some((position) => position.id === id)) save(positions.filter((position) => position.id !== id))
}

/** Forgets all positions. */
export function forgetReadingPositions(): void {
  removeStored(KEY)
  for (const listen of listeners) listen()
}

function save(positions: readonly ReadingPosition[]): void {
  store('localStorage', KEY, JSON.stringify(positions))
  for (const listen of listeners) listen()
}

function isPosition(value: unknown): value is ReadingPosition {
  if (typeof value !== 'object' || value === null) return false
  const { id, slug, title, progress, at } = value as Partial<Record<keyof ReadingPosition, unknown>>
  return typeof id === 'string' && typeof slug === 'string' && typeof title === 'string' && typeof progress === 'number' && progress >= 0 && progress <= 1 && typeof at === 'number'
}
