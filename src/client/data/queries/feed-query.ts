import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { FIRST_STORIES, type StorySummary } from '../../../shared/contract/bundle.ts'
import { filterKey, isPrebuiltList, type FeedFilter } from '../../../shared/filter/feed-filter.ts'
import { NO_HIGHLIGHTS, type Correction, type Highlights } from '../../../shared/search/search.ts'
import { pageOf } from '../../../shared/contract/list-pages.ts'
import { exactCatalogQuery, feedPageQuery, storyInPage, topicQuery } from './bundle-query.ts'
import { isOffline } from '../network/connection.ts'
import { orderOfAll, orderOfMatches } from './feed-order.ts'
import { MissingFile } from '../network/fetch-bundle.ts'
import { ANSWER_GC_TIME, searchCached, searchQuery } from './search-query.ts'

/** A feed's length and its first rows. */
export interface FeedStart {
  readonly filter: FeedFilter
  /** Rows of the feed: one for each story. */
  readonly total: number
  /** The stories of the first rows. */
  readonly newest: readonly StorySummary[]
  /** Words to highlight in the stories. */
  readonly highlights: Highlights
  /** Set if the stories match a corrected query. */
  readonly correction: Correction | null
  /** The search index could not be reached: the feed contains only stories cached on this device. */
  readonly isCachedOnly: boolean
  /** Matches that are left out because the user has muted them. */
  readonly hidden: number
}

/** What a feed without a search has. */
export const WITHOUT_SEARCH = { highlights: NO_HIGHLIGHTS, correction: null, hidden: 0 } as const

/** The start of a feed. All stories and a single topic need one small file; any other filter needs the search index. */
export function feedQuery(filter: FeedFilter) {
  const path = filterKey(filter)
  return queryOptions({
    queryKey: ['feed', path],
    queryFn: async ({ client, signal }): Promise<FeedStart> => {
      if (!isPrebuiltList(filter)) {
        const search = searchQuery(filter)
        // Once nobody waits for this feed, its search is cancelled too.
        signal.addEventListener('abort', () => void client.cancelQueries({ queryKey: search.queryKey }))
        try {
          const { positions, ...found } = await client.query(search)
          const first = await Promise.all(Array.from(positions.subarray(0, FIRST_STORIES), (position) => loadStoryAt(client, position)))
          // Rows of the cached stories differ from the rows of all stories.
          void client.invalidateQueries({ queryKey: ['feed-chunk', path], predicate: () => isCachedOnly(client, path) })
          return { filter, total: positions.length, newest: first, ...found, isCachedOnly: false }
        } catch (error) {
          if (signal.aborted || !isOffline()) throw error
          const { stories, highlights } = await searchCached(client, filter, signal)
          return { filter, total: stories.length, newest: stories, ...WITHOUT_SEARCH, highlights, isCachedOnly: true }
        }
      }
      const [topic] = filter.topics
      const list = topic === undefined ? await client.query(exactCatalogQuery) : await client.query(topicQuery(topic))
      return { filter, total: list?.stories ?? 0, newest: list?.newest ?? [], ...WITHOUT_SEARCH, isCachedOnly: false }
    },
    // A search of cached stories is repeated with the index once there is a connection.
    staleTime: ({ state }) => (state.data?.isCachedOnly === true ? 0 : Infinity),
    // The queries it depends on are retried by themselves.
    retry: false,
  })
}

/** Starts a feed's query before its view renders, and cancels the feeds that no view shows. The view reports errors. */
export function prefetchFeed(client: QueryClient, filter: FeedFilter): void {
  void client.cancelQueries({ queryKey: ['feed'], type: 'inactive' })
  client.query(feedQuery(filter)).catch(() => undefined)
}

function isCachedOnly(client: QueryClient, path: string): boolean {
  return client.getQueryData<FeedStart>(['feed', path])?.isCachedOnly === true
}

/** The order of a feed's stories, for the rows beyond those of `feedQuery`. */
export function orderQuery(filter: FeedFilter) {
  const isEverything = isPrebuiltList(filter) && filter.topics.length === 0
  return queryOptions({
    queryKey: ['order', filterKey(filter)],
    queryFn: async ({ client }) =>
      isEverything ? orderOfAll((await client.query(exactCatalogQuery)).stories) : orderOfMatches((await client.query(searchQuery(filter))).positions),
    structuralSharing: false,
    gcTime: ANSWER_GC_TIME,
    retry: false,
  })
}

/** The story at a position, counted from 0 for the oldest. Fails with `MissingFile` when a deploy has replaced its page. */
export async function loadStoryAt(client: QueryClient, position: number): Promise<StorySummary> {
  const story = storyInPage(await client.query(feedPageQuery(pageOf(position))), position)
  if (!story) throw new MissingFile(`story ${position} of page ${pageOf(position)}`)
  return story
}
