import { sharedValue } from '../data/shared-value.ts'

/** The last message for a live region: what a key or a button has done, for users who can't see it; empty before any. */
export const announcement = sharedValue('')

/** Says something; the same message twice is said twice. */
export function announce(text: string): void {
  // A live region speaks only when its text changes.
  announcement.set(text === announcement.get() ? `${text}\u00a0` : text)
}
