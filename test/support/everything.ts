import type { FeedFilter } from '../../src/shared/filter/feed-filter.ts'

/** The filter of the front page. */
export const EVERYTHING: FeedFilter = {
  topics: [],
  not: [],
  any: [],
  providers: [],
  authors: [],
  type: null,
  after: null,
  before: null,
  minHeat: null,
  sort: null,
  words: '',
  unread: null,
}
