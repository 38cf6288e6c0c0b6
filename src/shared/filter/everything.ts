import { parseFilter, type FeedFilter } from './feed-filter.ts'

/** The filter of the front page. In a file of its own, because the first screen needs none. */
export const EVERYTHING: FeedFilter = parseFilter(null, { getAll: () => [] })
