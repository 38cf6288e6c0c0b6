import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query'
import { PAGE_SIZE, type StorySummary } from '../../shared/bundle.ts'
import { filterPath, isListed, type FeedFilter } from '../../shared/feed-filter.ts'
import { pageCount, pageOf, pageRange } from '../../shared/list-pages.ts'
import { positionsWithTopic, selectMatches } from '../../shared/select-matches.ts'
import { catalogQuery, columnsQuery, listPageQuery } from './bundle-query.ts'
import { MissingFile } from './fetch-bundle.ts'
import { findTopic } from './find-topic.ts'

/** A stretch of a feed. */
export interface FeedStretch {
  readonly stories: readonly StorySummary[]
  /** Stories in the whole feed. */
  readonly total: number
  /** Where the next stretch begins; null after the last. */
  readonly next: number | null
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

/** A feed the build has cut into pages: the newest page first, `newer` pages already shown. */
async function loadListed(client: QueryClient, topic: string | null, newer: number): Promise<FeedStretch> {
  const list = topic === null ? await client.query(catalogQuery) : await findTopic(client, topic)
  if (!list || list.pages === 0) return { stories: [], total: 0, next: null }
  const page = list.pages - newer
  const stories = await client.query(listPageQuery(topic, page))
  return { stories, total: list.stories, next: page > 1 ? newer + 1 : null }
}

/** A feed the filter finds: `shown` stories already shown. */
async function loadMatches(client: QueryClient, filter: FeedFilter, shown: number): Promise<FeedStretch> {
  const chunks = await client.query(columnsQuery)
  const { positions } = await client.query(matchesQuery(filter))
  // The list of the rarest chosen topic holds every match closest together: fewest pages to fetch.
  const lists = filter.topics.map((topic) => ({ topic, places: positionsWithTopic(chunks, topic) }))
  const list = lists.sort((a, b) => a.places.length - b.places.length)[0]
  const size = list ? list.places.length : chunks.reduce((sum, chunk) => sum + chunk.published.length, 0)
  const places = list && new Map(list.places.map((position, place) => [position, place]))
  const wanted = positions.slice(shown, shown + PAGE_SIZE).map((position) => (places ? (places.get(position) ?? 0) : position))
  const stories = await Promise.all(wanted.map((place) => loadAt(client, list?.topic ?? null, place, size)))
  const next = shown + stories.length
  return { stories, total: positions.length, next: next < positions.length ? next : null }
}

/** The story at a place of a list, counted from the oldest at 0. */
async function loadAt(client: QueryClient, topic: string | null, place: number, size: number): Promise<StorySummary> {
  const page = pageOf(place, pageCount(size))
  const stories = await client.query(listPageQuery(topic, page))
  const story = stories[stories.length - 1 - (place - pageRange(page, size).from)]
  // The page was replaced by a deploy that the columns do not know yet.
  if (!story) throw new MissingFile(`story ${place} of page ${page}`)
  return story
}
