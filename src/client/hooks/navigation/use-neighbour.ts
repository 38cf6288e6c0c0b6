import { useEffect, useRef } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'react-router-dom'
import { chunkCount } from '../../../shared/feed/feed-chunks.ts'
import { filterKey, parseFilter, type FeedFilter } from '../../../shared/filter/feed-filter.ts'
import { libraryFilter } from '../../data/library-filter.ts'
import { feedChunkQuery, type FeedRow } from '../../data/queries/feed-chunk-query.ts'
import { feedQuery } from '../../data/queries/feed-query.ts'
import { filterAt, isFeedPath } from '../filters/use-feed-filter.ts'

interface Neighbours {
  /** The feed that was shown last; all stories before any was. */
  readonly lastFeed: () => FeedFilter
  /** The slug of the story after (1) or before (-1) one in the last feed; null when there is none, or the story is not in it. */
  readonly find: (id: string, step: 1 | -1) => Promise<string | null>
}

/** Finds the story next to another one in the feed that the user came from. */
export function useNeighbours(): Neighbours {
  const client = useQueryClient()
  const { pathname, search } = useLocation()
  const feed = useRef<FeedFilter>(parseFilter(null, new URLSearchParams()))
  useEffect(() => {
    if (isFeedPath(pathname)) {
      const filter = filterAt(pathname, search)
      feed.current = libraryFilter()?.(filter) ?? filter
    }
  }, [pathname, search])

  return {
    lastFeed: () => feed.current,
    async find(id, step) {
      const filter = feed.current
      const { total } = await client.query(feedQuery(filter))
      await client.query(feedChunkQuery(filter, 0))
      for (const [key, rows = []] of client.getQueriesData<FeedRow[]>({ queryKey: ['feed-chunk', filterKey(filter)] })) {
        const at = rows.findIndex(({ story }) => story.id === id)
        if (at === -1) continue
        const beside = rows[at + step]
        if (beside !== undefined) return beside.story.slug
        const chunk = Number(key[2]) + step
        if (chunk < 0 || chunk >= chunkCount(total)) return null
        return (await client.query(feedChunkQuery(filter, chunk))).at(step === 1 ? 0 : -1)?.story.slug ?? null
      }
      return null
    },
  }
}
