import type { QueryClient } from '@tanstack/react-query'
import type { StorySummary } from '../../../shared/contract/bundle.ts'
import { chunkCount } from '../../../shared/feed/feed-chunks.ts'
import { filterKey } from '../../../shared/filter/feed-filter.ts'
import { feedChunkQuery, type FeedRow } from '../../data/queries/feed-chunk-query.ts'
import { feedQuery } from '../../data/queries/feed-query.ts'
import { filterAt } from '../filters/use-feed-filter.ts'

/** Finds the story after (1) or before (-1) one in a feed; null when there is none, or the story is not in it. */
export async function findNeighbour(client: QueryClient, feed: string, id: string, step: 1 | -1): Promise<StorySummary | null> {
  const [pathname = '', search = ''] = feed.split('?')
  const filter = filterAt(pathname, search)
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
}
