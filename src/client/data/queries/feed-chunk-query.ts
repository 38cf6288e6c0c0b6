import { queryOptions, type DataTag, type QueryClient, type QueryKey } from '@tanstack/react-query'
import type { StorySummary } from '../../../shared/contract/bundle.ts'
import { filterKey, isPrebuiltList, type FeedFilter } from '../../../shared/filter/feed-filter.ts'
import { pageOf } from '../../../shared/contract/list-pages.ts'
import { rowsOfChunk } from '../../../shared/feed/feed-chunks.ts'
import { feedPageQuery, storyInPage } from './bundle-query.ts'
import { rowAmong, type FeedOrder } from './feed-order.ts'
import { feedQuery, orderQuery, type FeedStart } from './feed-query.ts'
import { MissingFile } from '../network/fetch-bundle.ts'

/** A story and its row in the feed, counted from 0. */
export interface FeedRow {
  readonly row: number
  readonly story: StorySummary
  /** When the newest story of its event was published. */
  readonly published: string
}

/** The rows of a chunk, without the stories that an earlier row's card lists as coverage of the same event. */
export function feedChunkQuery(filter: FeedFilter, chunk: number) {
  return queryOptions({
    queryKey: ['feed-chunk', filterKey(filter), chunk],
    queryFn: async ({ client }) => {
      const start = await client.query(feedQuery(filter))
      const order = needsOrder(start, chunk) ? await client.query(orderQuery(filter)) : null
      if (order !== null) {
        const pages = new Set(rowNumbers(start, chunk).map((row) => pageOf(order.positionOf(row))))
        await Promise.all([...pages].map((page) => client.query(feedPageQuery(page))))
      }
      const rows = selectRows(client, start, order, chunk)
      // A deploy replaced a page, and the positions belong to the version before.
      if (rows === undefined) throw new MissingFile(`chunk ${chunk} of ${filterKey(filter)}`)
      return rows
    },
    // The queries it depends on are retried by themselves.
    retry: false,
  })
}

/** The result of `feedChunkQuery` when everything it needs is cached; otherwise undefined. */
export function cachedFeedChunk(client: QueryClient, filter: FeedFilter, chunk: number): FeedRow[] | undefined {
  const start = cached(client, feedQuery(filter).queryKey)
  if (start === undefined) return undefined
  const order = needsOrder(start, chunk) ? cached(client, orderQuery(filter).queryKey) : null
  return order === undefined ? undefined : selectRows(client, start, order, chunk)
}

/** Whether a chunk goes beyond the feed's first stories. */
function needsOrder({ total, newest }: FeedStart, chunk: number): boolean {
  return rowsOfChunk(chunk, total).to > newest.length
}

/** Picks a chunk's rows from cached pages; undefined when one of its stories is not cached. Without an order, from the feed's first stories. */
function selectRows(client: QueryClient, start: FeedStart, order: FeedOrder | null, chunk: number): FeedRow[] | undefined {
  const { newest } = start
  const rowOf = order?.rowOf ?? rowAmong(newest)
  const rows: FeedRow[] = []
  for (const row of rowNumbers(start, chunk)) {
    const story = order === null ? newest[row] : cachedStoryAt(client, order.positionOf(row))
    if (story === undefined) return undefined
    if (!story.alsoCoveredBy.some((other) => rowOf(other) < row)) rows.push({ row, story: leadOf(story, start.filter), published: story.published })
  }
  return rows
}

/** The story that represents a story's event, where a feed has all of the event. */
function leadOf(story: StorySummary, filter: FeedFilter): StorySummary {
  const { lead } = story
  return lead !== null && isPrebuiltList(filter) && filter.topics.every((slug) => lead.topics.some((topic) => topic.slug === slug)) ? lead : story
}

function rowNumbers({ total }: FeedStart, chunk: number): number[] {
  const { from, to } = rowsOfChunk(chunk, total)
  return Array.from({ length: to - from }, (_, at) => from + at)
}

function cachedStoryAt(client: QueryClient, position: number): StorySummary | undefined {
  const stories = cached(client, feedPageQuery(pageOf(position)).queryKey)
  return stories && storyInPage(stories, position)
}

/** A query's cached data, unless a deploy has invalidated it. */
function cached<T>(client: QueryClient, queryKey: DataTag<QueryKey, T, Error>): T | undefined {
  const state = client.getQueryState(queryKey)
  return state?.isInvalidated === false ? state.data : undefined
}
