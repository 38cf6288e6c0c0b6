import { queryOptions } from '@tanstack/react-query'
import { chunkCount } from '../../../shared/feed/feed-chunks.ts'
import { filterKey, type FeedFilter } from '../../../shared/filter/feed-filter.ts'
import { feedChunkQuery } from './feed-chunk-query.ts'
import { feedQuery } from './feed-query.ts'

/** Chunks that are looked through. After a longer absence, the number is a minimum. */
const MAX_CHUNKS = 8

/** The stories of a feed, latest first, that were published since a time. */
interface NewStories {
  readonly count: number
  /** There may be more. */
  readonly isLeast: boolean
  /** The first story that is not new; null when all that were looked through are. */
  readonly firstKnown: string | null
}

/** The stories that were published after `since`, an ISO 8601 time. */
export function newStoriesQuery(filter: FeedFilter, since: string) {
  return queryOptions({
    queryKey: ['new-stories', filterKey(filter), since],
    queryFn: async ({ client }): Promise<NewStories> => {
      const { total } = await client.query(feedQuery(filter))
      let seen = 0
      const chunks = Math.min(chunkCount(total), MAX_CHUNKS)
      for (let chunk = 0; chunk < chunks; chunk++) {
        const rows = await client.query(feedChunkQuery(filter, chunk))
        const known = rows.find(({ story }) => story.published <= since)
        if (known !== undefined) return { count: known.row, isLeast: false, firstKnown: known.story.id }
        seen = (rows.at(-1)?.row ?? -1) + 1
      }
      return { count: seen, isLeast: seen < total && chunks === MAX_CHUNKS, firstKnown: null }
    },
    retry: false,
  })
}
