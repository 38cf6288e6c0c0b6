import { useMemo } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { StorySummary } from '../../../shared/contract/bundle.ts'
import { chunkCount } from '../../../shared/feed/feed-chunks.ts'
import { filterKey, type FeedFilter } from '../../../shared/filter/feed-filter.ts'
import { feedPath } from '../../../shared/contract/permalinks.ts'
import { feedChunkQuery, type FeedRow } from '../../data/queries/feed-chunk-query.ts'
import { feedQuery } from '../../data/queries/feed-query.ts'
import { readLastFeed } from '../../data/storage/last-feed.ts'
import { filterAt } from '../filters/use-feed-filter.ts'

interface Neighbours {
  /** The feed that was shown last; all stories before any was. */
  readonly lastFeed: () => FeedFilter
  /** The story after (1) or before (-1) one in the last feed; null when there is none, or the story is not in it. */
  readonly find: (id: string, step: 1 | -1) => Promise<StorySummary | null>
}

/** Finds the story next to another one in the feed that the user came from. */
export function useNeighbours(): Neighbours {
  const client = useQueryClient()
  return useMemo(
    () => ({
      lastFeed,
      async find(id, step) {
        const filter = lastFeed()
        const { total } = await client.query(feedQuery(filter))
        await client.query(feedChunkQuery(filter, 0))
        for (const [key, rows = []] of client.getQueriesData<FeedRow[]>({ queryKey: ['feed-chunk', filterKey(filter)] })) {
          const at = rows.findIndex(({ story }) => story.id === id)
          if (at === -1) continue
          const beside = rows[at + step]
          if (beside !== undefined) return beside.story
          const chunk = Number(key[2]) + step
          if (chunk < 0 || chunk >= chunkCount(total)) return null
          return (await client.query(feedChunkQuery(filter, chunk))).at(step === 1 ? 0 : -1)?.story ?? null
        }
        return null
      },
    }),
    [client],
  )
}

function lastFeed(): FeedFilter {
  const [pathname = '', search = ''] = (readLastFeed() ?? feedPath).split('?')
  return filterAt(pathname, search)
}
