import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { FIRST_STORIES, PAGE_SIZE, type StorySummary } from '../../shared/bundle.ts'
import { filterPath, isListed, type FeedFilter } from '../../shared/feed-filter.ts'
import { NO_MARKS, type FindMarks } from '../../shared/find.ts'
import { pageOf } from '../../shared/list-pages.ts'
import { catalogQuery, feedPageQuery, topicQuery } from './bundle-query.ts'
import { orderOfAll, orderOfFound } from './feed-order.ts'
import { MissingFile } from './fetch-bundle.ts'
import { findQuery } from './find-query.ts'

/** How long a feed is, and its first rows. */
export interface FeedStart {
  readonly filter: FeedFilter
  /** Rows of the feed: its stories. */
  readonly total: number
  /** The stories of its first rows. */
  readonly newest: readonly StorySummary[]
  /** What to mark in its stories. */
  readonly marks: FindMarks
}

/** How a feed begins. Everything and a single topic need one small file for it, any other filter the index. */
export function feedQuery(filter: FeedFilter) {
  return queryOptions({
    queryKey: ['feed', filterPath(filter)],
    queryFn: async ({ client, signal }): Promise<FeedStart> => {
      if (!isListed(filter)) {
        const search = findQuery(filter)
        // What nobody waits for any more is not searched to its end.
        signal.addEventListener('abort', () => void client.cancelQueries({ queryKey: search.queryKey }))
        const { positions, marks } = await client.query(search)
        const first = await Promise.all(Array.from(positions.subarray(0, FIRST_STORIES), (position) => loadAt(client, position)))
        return { filter, total: positions.length, newest: first, marks }
      }
      const [topic] = filter.topics
      const list = topic === undefined ? await client.query(catalogQuery) : await client.query(topicQuery(topic))
      return { filter, total: list?.stories ?? 0, newest: list?.newest ?? [], marks: NO_MARKS }
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
      isEverything ? orderOfAll((await client.query(catalogQuery)).stories) : orderOfFound((await client.query(findQuery(filter))).positions),
    structuralSharing: false,
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
