import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { FIRST_STORIES, PAGE_SIZE, type StorySummary } from '../../../shared/contract/bundle.ts'
import { filterPath, isPrebuiltList, type FeedFilter } from '../../../shared/filter/feed-filter.ts'
import { NO_HIGHLIGHTS, type Highlights } from '../../../shared/search/search.ts'
import { pageOf } from '../../../shared/contract/list-pages.ts'
import { catalogQuery, feedPageQuery, topicQuery } from './bundle-query.ts'
import { isOffline } from '../offline/connection.ts'
import { orderOfAll, orderOfMatches } from './feed-order.ts'
import { MissingFile } from '../fetch-bundle.ts'
import { ANSWER_KEPT, searchCached, searchQuery } from './search-query.ts'

/** How long a feed is, and its first rows. */
export interface FeedStart {
  readonly filter: FeedFilter
  /** Rows of the feed: its stories. */
  readonly total: number
  /** The stories of its first rows. */
  readonly newest: readonly StorySummary[]
  /** What to mark in its stories. */
  readonly highlights: Highlights
  /** The index was out of reach: these are the stories this device keeps. */
  readonly isKeptOnly: boolean
}

/** How a feed begins. Everything and a single topic need one small file for it, any other filter the index. */
export function feedQuery(filter: FeedFilter) {
  const path = filterPath(filter)
  return queryOptions({
    queryKey: ['feed', path],
    queryFn: async ({ client, signal }): Promise<FeedStart> => {
      if (!isPrebuiltList(filter)) {
        const search = searchQuery(filter)
        // What nobody waits for any more is not searched to its end.
        signal.addEventListener('abort', () => void client.cancelQueries({ queryKey: search.queryKey }))
        try {
          const { positions, highlights: marks } = await client.query(search)
          const first = await Promise.all(Array.from(positions.subarray(0, FIRST_STORIES), (position) => loadAt(client, position)))
          // Rows of what was kept are not those of the whole.
          void client.invalidateQueries({ queryKey: ['stretch', path], predicate: () => isKeptOnly(client, path) })
          return { filter, total: positions.length, newest: first, highlights: marks, isKeptOnly: false }
        } catch (error) {
          if (signal.aborted || !isOffline()) throw error
          const { stories, highlights: marks } = await searchCached(client, filter, signal)
          return { filter, total: stories.length, newest: stories, highlights: marks, isKeptOnly: true }
        }
      }
      const [topic] = filter.topics
      const list = topic === undefined ? await client.query(catalogQuery) : await client.query(topicQuery(topic))
      return { filter, total: list?.stories ?? 0, newest: list?.newest ?? [], highlights: NO_HIGHLIGHTS, isKeptOnly: false }
    },
    // What was found on the device is sought again in the whole, once there is a connection.
    staleTime: ({ state }) => (state.data?.isKeptOnly === true ? 0 : Infinity),
    // The files underneath are tried again by themselves.
    retry: false,
  })
}

/** Seeks what a filter finds while the view of it is made, which tells what fails. What was sought before and is not shown is dropped. */
export function prefetchFeed(client: QueryClient, filter: FeedFilter): void {
  void client.cancelQueries({ queryKey: ['feed'], type: 'inactive' })
  client.query(feedQuery(filter)).catch(() => undefined)
}

function isKeptOnly(client: QueryClient, path: string): boolean {
  return client.getQueryData<FeedStart>(['feed', path])?.isKeptOnly === true
}

/** Which story stands at which row, for the rows that `feedQuery` does not tell. */
export function orderQuery(filter: FeedFilter) {
  const isEverything = isPrebuiltList(filter) && filter.topics.length === 0
  return queryOptions({
    queryKey: ['order', filterPath(filter)],
    queryFn: async ({ client }) =>
      isEverything ? orderOfAll((await client.query(catalogQuery)).stories) : orderOfMatches((await client.query(searchQuery(filter))).positions),
    structuralSharing: false,
    gcTime: ANSWER_KEPT,
    retry: false,
  })
}

/** The story at a position, counted from the oldest at 0. */
export async function loadAt(client: QueryClient, position: number): Promise<StorySummary> {
  const page = pageOf(position)
  const stories = await client.query(feedPageQuery(page))
  const story = stories[stories.length - 1 - (position - (page - 1) * PAGE_SIZE)]
  // The page was replaced by a deploy that what found it does not know yet.
  if (!story) throw new MissingFile(`story ${position} of page ${page}`)
  return story
}
