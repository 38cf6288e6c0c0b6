import type { FeedFilter } from '../../shared/filter/feed-filter.ts'
import { sharedValue } from './shared-value.ts'

/** Adds to a filter of the URL what the user's library leaves out of its feed. */
export type ApplyLibrary = (filter: FeedFilter) => FeedFilter

/** Null until the library is loaded. */
export const libraryFilter = sharedValue<ApplyLibrary | null>(null)
