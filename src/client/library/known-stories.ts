import { sharedValue } from '../data/shared-value.ts'

/** The id of the first story in the feed that was there at the last visit; null for none. */
export const firstKnown = sharedValue<string | null>(null)
