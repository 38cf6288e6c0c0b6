import { useCallback, useLayoutEffect, useState, type ReactNode } from 'react'
import { useIsFetching, useQuery, useQueryClient } from '@tanstack/react-query'
import { filterPath, type FeedFilter } from '../../shared/filter/feed-filter.ts'
import { chunkCount } from '../../shared/feed/feed-chunks.ts'
import type { TitlesIn } from '../components/feed/offscreen-chunks.tsx'
import { Feed } from '../components/feed/feed.tsx'
import { FeedChunk } from '../components/feed/feed-chunk.tsx'
import { cachedFeedChunk, feedChunkQuery, type FeedRow } from '../data/queries/feed-chunk-query.ts'
import { isShown, useFeedWindow } from '../hooks/feed-window/use-feed-window.ts'

interface Props {
  readonly filter: FeedFilter
  /** Rows of the feed. */
  readonly total: number
  readonly label: string
}

/** All stories of a feed; those near the window are loaded and shown. */
export function FeedList({ filter, total, label }: Props): ReactNode {
  const client = useQueryClient()
  const path = filterPath(filter)
  const { feed, shown, heights, observe: watch, onFocusChange: hold, scrollToRow: reveal } = useFeedWindow(path, total)
  const isBusy = useIsFetching({ queryKey: ['feed-chunk', path] }) > 0

  // What was shown, by stretch: to ask the cache for each of ten thousand stretches would take long.
  const [told] = useState(() => new Map(client.getQueriesData<FeedRow[]>({ queryKey: ['feed-chunk', path] }).map(([key, rows]) => [key[2] as number, rows])))
  const onShow = useCallback((stretch: number, rows: FeedRow[]) => void told.set(stretch, rows), [told])
  const tellRows = useCallback<TitlesIn>(
    (from, to) => {
      const inside = [...told].filter(([stretch]) => stretch >= from && stretch < to).sort(([a], [b]) => a - b)
      return inside.flatMap(([, rows = []]) => rows.map(({ row, story }) => ({ row, title: story.title })))
    },
    [told],
  )
  const renderStretch = (stretch: number) => (
    <FeedStretch key={stretch} filter={filter} stretch={stretch} total={total} height={heights.of(stretch, total)} watch={watch} onShow={onShow} />
  )
  return (
    <Feed
      label={label}
      count={chunkCount(total)}
      isBusy={isBusy}
      feed={feed}
      watch={watch}
      isShown={(stretch) => isShown(shown, stretch)}
      heightOf={(from, to) => heights.sum(from, to, total)}
      tellRows={tellRows}
      renderStretch={renderStretch}
      onHold={hold}
      onFound={reveal}
    />
  )
}

interface StretchProps {
  readonly filter: FeedFilter
  readonly stretch: number
  readonly total: number
  readonly height: number
  readonly watch: (block: Element) => () => void
  readonly onShow: (stretch: number, rows: FeedRow[]) => void
}

function FeedStretch({ filter, stretch, total, height, watch, onShow }: StretchProps): ReactNode {
  const client = useQueryClient()
  const { data, isError, refetch } = useQuery({
    ...feedChunkQuery(filter, stretch),
    // What is here already shows at once.
    initialData: () => cachedFeedChunk(client, filter, stretch),
  })
  useLayoutEffect(() => {
    if (data !== undefined) onShow(stretch, data)
  }, [data, stretch, onShow])
  return <FeedChunk stretch={stretch} rows={data} total={total} height={height} isFailed={isError} onRetry={() => void refetch()} watch={watch} />
}
