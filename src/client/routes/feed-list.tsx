import { useCallback, useLayoutEffect, useMemo, useState, type ComponentProps, type ReactNode } from 'react'
import { useIsFetching, useQuery, useQueryClient } from '@tanstack/react-query'
import { filterKey, sortOf, type FeedFilter } from '../../shared/filter/feed-filter.ts'
import { chunkCount } from '../../shared/feed/feed-chunks.ts'
import type { Density } from '../../shared/feed/density.ts'
import type { TitlesIn } from '../components/feed/offscreen-chunks.tsx'
import { useSite } from '../components/contexts/site.ts'
import { Feed } from '../components/feed/feed.tsx'
import { FeedChunk } from '../components/feed/feed-chunk.tsx'
import { cachedFeedChunk, feedChunkQuery, type FeedRow } from '../data/queries/feed-chunk-query.ts'
import { isShown, useFeedWindow } from '../hooks/feed-window/use-feed-window.ts'
import { usePeriods, type Periods } from '../hooks/filters/use-periods.ts'
import { toChunkContent } from './chunk-content.ts'

interface Props {
  readonly filter: FeedFilter
  /** Number of rows. */
  readonly total: number
  readonly label: string
  /** Null where the user chose none. */
  readonly density: Density | null
  /** Headlines only. */
  readonly isCompact: boolean
  /** Slugs of topics that say nothing about a story of this feed. */
  readonly commonTopics: ReadonlySet<string>
}

/** All stories of a feed; those near the viewport are loaded and rendered. */
export function FeedList({ filter, total, label, density, isCompact, commonTopics }: Props): ReactNode {
  const client = useQueryClient()
  const path = filterKey(filter)
  // Heights are stored by density, because each has its own.
  const { feed, shown, heights, observe, onFocusChange, scrollToRow } = useFeedWindow(`${path} ${density ?? ''}`, total)
  const isBusy = useIsFetching({ queryKey: ['feed-chunk', path] }) > 0
  const periods = usePeriods(filter, total, shown.last > 0)

  // Loaded rows by chunk: asking the query cache for each of ten thousand chunks would take long.
  const [loaded] = useState(() => new Map(client.getQueriesData<FeedRow[]>({ queryKey: ['feed-chunk', path] }).map(([key, rows]) => [key[2] as number, rows])))
  const onShow = useCallback((chunk: number, rows: FeedRow[]) => void loaded.set(chunk, rows), [loaded])
  const titlesIn = useCallback<TitlesIn>(
    (from, to) => {
      const inside = [...loaded].filter(([chunk]) => chunk >= from && chunk < to).sort(([a], [b]) => a - b)
      return inside.flatMap(([, rows = []]) => rows.map(({ row, story }) => ({ row, title: story.title })))
    },
    [loaded],
  )
  const renderChunk = (chunk: number) => (
    <FeedChunkLoader
      key={chunk}
      filter={filter}
      chunk={chunk}
      total={total}
      height={heights.of(chunk, total)}
      observe={observe}
      onShow={onShow}
      periods={periods}
      commonTopics={commonTopics}
      isCompact={isCompact}
    />
  )
  return (
    <Feed
      label={label}
      count={chunkCount(total)}
      isBusy={isBusy}
      feed={feed}
      observe={observe}
      isShown={(chunk) => isShown(shown, chunk)}
      heightOf={(from, to) => heights.sum(from, to, total)}
      titlesIn={titlesIn}
      renderChunk={renderChunk}
      onFocusChange={onFocusChange}
      onFindMatch={scrollToRow}
    />
  )
}

type FeedChunkLoaderProps = Omit<ComponentProps<typeof FeedChunk>, 'content' | 'isFailed' | 'onRetry'> & {
  readonly filter: FeedFilter
  readonly onShow: (chunk: number, rows: FeedRow[]) => void
  readonly periods: Periods | null | undefined
}

function FeedChunkLoader({ filter, onShow, periods, ...props }: FeedChunkLoaderProps): ReactNode {
  const { chunk } = props
  const { timeZone } = useSite()
  const { data, isError, refetch } = useFeedChunk(filter, chunk, true)
  useLayoutEffect(() => {
    if (data !== undefined) onShow(chunk, data)
  }, [data, chunk, onShow])
  // After a jump the chunk before is not shown; without it, this one would begin with a heading of the period it continues.
  const previous = useFeedChunk(filter, chunk - 1, chunk > 1 && sortOf(filter) === 'latest')
  // Until it is known, this one is taken to continue a period, as most do.
  const before = previous.isLoading ? data?.[0]?.published : previous.data?.at(-1)?.published
  const content = useMemo(() => data && toChunkContent(filter, chunk, data, periods, before, timeZone), [data, filter, chunk, periods, before, timeZone])
  return <FeedChunk {...props} content={content} isFailed={isError} onRetry={() => void refetch()} />
}

/** The rows of a chunk, if it is needed; cached ones show at once. */
function useFeedChunk(filter: FeedFilter, chunk: number, isNeeded: boolean) {
  const client = useQueryClient()
  return useQuery({ ...feedChunkQuery(filter, chunk), enabled: isNeeded, initialData: () => (isNeeded ? cachedFeedChunk(client, filter, chunk) : undefined) })
}
