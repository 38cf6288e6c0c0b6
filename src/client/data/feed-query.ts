import { infiniteQueryOptions, type QueryClient } from '@tanstack/react-query'
import { PAGE_SIZE, type StorySummary } from '../../shared/bundle.ts'
import { EVERYTHING, filterPath, isListed, type FeedFilter } from '../../shared/feed-filter.ts'
import { pageOf } from '../../shared/list-pages.ts'
import { catalogQuery, feedPageQuery, topicQuery } from './bundle-query.ts'
import { MissingFile } from './fetch-bundle.ts'
import { findQuery } from './find-query.ts'

/** A stretch of a feed. */
export interface FeedStretch {
  readonly stories: readonly StorySummary[]
  /** Stories in the whole feed. */
  readonly total: number
  /** Where the next stretch begins; null after the last. */
  readonly next: number | null
}

/** A feed, stretch by stretch as the reader nears its end. */
export function feedQuery(filter: FeedFilter) {
  return infiniteQueryOptions({
    queryKey: ['feed', filterPath(filter)],
    queryFn: ({ client, pageParam }) =>
      isListed(filter) ? loadListed(client, filter.topics[0] ?? null, pageParam) : loadMatches(client, filter, pageParam),
    initialPageParam: 0,
    getNextPageParam: (last) => last.next,
    // The files underneath are tried again by themselves.
    retry: false,
  })
}

/** A feed whose beginning stands in a file of its own: everything, or one topic. */
async function loadListed(client: QueryClient, topic: string | null, shown: number): Promise<FeedStretch> {
  const list = topic === null ? await client.query(catalogQuery) : await client.query(topicQuery(topic))
  if (list === null) return { stories: [], total: 0, next: null }
  if (shown < list.newest.length) return toStretch(list.newest.slice(shown), shown, list.stories)
  if (topic !== null) return loadMatches(client, { ...EVERYTHING, topics: [topic] }, shown)
  const rows = Math.min(PAGE_SIZE, list.stories - shown)
  const wanted = Array.from({ length: rows }, (_, row) => list.stories - 1 - shown - row)
  return toStretch(await Promise.all(wanted.map((position) => loadAt(client, position))), shown, list.stories)
}

/** A feed the filter finds: `shown` stories already shown. */
async function loadMatches(client: QueryClient, filter: FeedFilter, shown: number): Promise<FeedStretch> {
  const { positions } = await client.query(findQuery(filter))
  const wanted = Array.from(positions.subarray(shown, shown + PAGE_SIZE))
  return toStretch(await Promise.all(wanted.map((position) => loadAt(client, position))), shown, positions.length)
}

function toStretch(stories: readonly StorySummary[], shown: number, total: number): FeedStretch {
  const next = shown + stories.length
  return { stories, total, next: next < total ? next : null }
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
