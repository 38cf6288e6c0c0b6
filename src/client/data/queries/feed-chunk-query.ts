import { queryOptions, type DataTag, type QueryClient, type QueryKey } from '@tanstack/react-query'
import { PAGE_SIZE, type StorySummary } from '../../../shared/contract/bundle.ts'
import { filterPath, type FeedFilter } from '../../../shared/filter/feed-filter.ts'
import { pageOf } from '../../../shared/contract/list-pages.ts'
import { rowsOfChunk } from '../../../shared/feed/feed-chunks.ts'
import { feedPageQuery } from './bundle-query.ts'
import { rowAmong } from './feed-order.ts'
import { feedQuery, orderQuery } from './feed-query.ts'
import { MissingFile } from '../fetch-bundle.ts'

/** A story with its place in the feed, counted from 0. */
export interface FeedRow {
  readonly row: number
  readonly story: StorySummary
}

/** The stories of a stretch, but for those that an earlier row's card names as the same event. */
export function feedChunkQuery(filter: FeedFilter, stretch: number) {
  return queryOptions({
    queryKey: ['stretch', filterPath(filter), stretch],
    queryFn: async ({ client }) => {
      const { total, newest } = await client.query(feedQuery(filter))
      const { from, to } = rowsOfChunk(stretch, total)
      if (to > newest.length) {
        const { positionOf } = await client.query(orderQuery(filter))
        const pages = new Set(range(from, to).map((row) => pageOf(positionOf(row))))
        await Promise.all([...pages].map((page) => client.query(feedPageQuery(page))))
      }
      const rows = cachedFeedChunk(client, filter, stretch)
      // A page was replaced by a deploy that the positions do not know yet.
      if (rows === undefined) throw new MissingFile(`stretch ${stretch} of ${filterPath(filter)}`)
      return rows
    },
    // The pages underneath are tried again by themselves.
    retry: false,
  })
}

/** What `stretchQuery` would answer, when all it needs is here already; otherwise undefined. */
export function cachedFeedChunk(client: QueryClient, filter: FeedFilter, stretch: number): FeedRow[] | undefined {
  const start = known(client, feedQuery(filter).queryKey)
  if (start === undefined) return undefined
  const { newest } = start
  const { from, to } = rowsOfChunk(stretch, start.total)
  const order = to <= newest.length ? null : known(client, orderQuery(filter).queryKey)
  if (order === undefined) return undefined
  const rowOf = order?.rowOf ?? rowAmong(newest)
  const rows: FeedRow[] = []
  for (const row of range(from, to)) {
    const story = order === null ? newest[row] : knownAt(client, order.positionOf(row))
    if (story === undefined) return undefined
    if (!story.alsoCoveredBy.some((other) => rowOf(other) < row)) rows.push({ row, story })
  }
  return rows
}

/** The story at a position, if its page is here. */
function knownAt(client: QueryClient, position: number): StorySummary | undefined {
  const page = pageOf(position)
  const stories = known(client, feedPageQuery(page).queryKey)
  return stories?.[stories.length - 1 - (position - (page - 1) * PAGE_SIZE)]
}

/** What a query has read, unless a deploy has made it old. */
function known<T>(client: QueryClient, queryKey: DataTag<QueryKey, T, Error>): T | undefined {
  const state = client.getQueryState(queryKey)
  return state?.isInvalidated === false ? state.data : undefined
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at)
}
