import { queryOptions, type QueryClient } from '@tanstack/react-query'
import type { StorySummary } from '../../shared/bundle.ts'
import { filterPath, isListed, type FeedFilter } from '../../shared/feed-filter.ts'
import { selectMatches } from '../../shared/select-matches.ts'
import { catalogQuery, columnsQuery, topicQuery } from './bundle-query.ts'
import { orderOfAll, orderOfFound } from './feed-order.ts'

/** How long a feed is, and its first rows where a file of their own tells them. */
export interface FeedStart {
  /** Rows of the feed: its stories. */
  readonly total: number
  /** The stories of its first rows; may be none of them. */
  readonly newest: readonly StorySummary[]
}

/** What a filter finds, and the counts beside every choice. */
export function matchesQuery(filter: FeedFilter) {
  return queryOptions({
    queryKey: ['matches', filterPath(filter)],
    queryFn: async ({ client }) => selectMatches(await client.query(columnsQuery), filter),
    // Maps are compared by nothing; the columns underneath are.
    structuralSharing: false,
    retry: false,
  })
}

/** Positions of the stories a filter finds, in its order. */
async function findPositions(client: QueryClient, filter: FeedFilter): Promise<Uint32Array> {
  const { positions } = await client.query(matchesQuery(filter))
  return Uint32Array.from(positions)
}

/** How a feed begins. Everything and a single topic need one small file for it, any other filter the index. */
export function feedQuery(filter: FeedFilter) {
  return queryOptions({
    queryKey: ['feed', filterPath(filter)],
    queryFn: async ({ client }): Promise<FeedStart> => {
      if (!isListed(filter)) return { total: (await client.query(orderQuery(filter))).total, newest: [] }
      const [topic] = filter.topics
      const list = topic === undefined ? await client.query(catalogQuery) : await client.query(topicQuery(topic))
      return { total: list?.stories ?? 0, newest: list?.newest ?? [] }
    },
    // The files underneath are tried again by themselves.
    retry: false,
  })
}

/** Which story stands at which row, for the rows that `feedQuery` does not tell. */
export function orderQuery(filter: FeedFilter) {
  const isEverything = isListed(filter) && filter.topics.length === 0
  return queryOptions({
    queryKey: ['order', filterPath(filter)],
    queryFn: async ({ client }) =>
      isEverything ? orderOfAll((await client.query(catalogQuery)).stories) : orderOfFound(await findPositions(client, filter)),
    structuralSharing: false,
    retry: false,
  })
}
