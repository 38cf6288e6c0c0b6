import { queryOptions } from '@tanstack/react-query'
import { filterKey, type FeedFilter } from '../../../shared/filter/feed-filter.ts'
import { ANSWER_GC_TIME, openEngine } from './search-query.ts'

/** The ids of the stories a filter matches. */
export function matchingIdsQuery(filter: FeedFilter) {
  return queryOptions({
    queryKey: ['ids', filterKey(filter)],
    queryFn: async ({ client, signal }) => (await openEngine(client, signal)).matchingIds(filter),
    gcTime: ANSWER_GC_TIME,
  })
}
