/** When the user was here before. Nothing but two times is stored, on this device. */
import { sharedValue } from '../data/shared-value.ts'
import { readJson, storeJson } from '../data/storage/storage.ts'

const KEY = 'newsfold:visit'

/** A visit ends after this long away, in ms. */
const AWAY = 30 * 60_000

/** How often the time of the visit is stored while the page is open, in ms. */
const INTERVAL = 60_000

/** Times in ms since 1970. */
export interface Visit {
  /** The end of the visit before this one; null on the first. */
  readonly since: number | null
  /** When the user was last here. */
  readonly last: number
}

/** The visit at a time. A clock that was set back starts no visit in the future. */
export function visitAt(stored: Visit | null, now: number): Visit {
  if (stored === null) return { since: null, last: now }
  const { last, since } = stored
  const isNew = now - last > AWAY
  return { since: isNew ? last : since === null ? null : Math.min(since, now), last: now }
}

/** The id of the first story in the feed that was there at the last visit; null for none. */
export const firstKnown = sharedValue<string | null>(null)

let since: number | null = null

/** When the visit before this one ended, in ms since 1970; null on the first. */
export const visitEnd = (): number | null => since

/** Begins or continues a visit, which lasts while the page is visible. */
export function startVisit(): void {
  const visit = visitAt(readVisit(), Date.now())
  since = visit.since
  const save = () => storeJson('localStorage', KEY, { ...visit, last: Date.now() })
  save()
  setInterval(() => document.visibilityState === 'visible' && save(), INTERVAL)
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && save())
}

function readVisit(): Visit | null {
  const { since, last } = (readJson('localStorage', KEY) ?? {}) as Partial<Visit>
  return Number.isFinite(last) && (since === null || Number.isFinite(since)) ? { since: since ?? null, last: last ?? 0 } : null
}
