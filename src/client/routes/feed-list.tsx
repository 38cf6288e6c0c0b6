import { useCallback, type ReactNode } from 'react'
import { useIsFetching, useQuery, useQueryClient } from '@tanstack/react-query'
import { filterPath, type FeedFilter } from '../../shared/feed-filter.ts'
import { stretchCount } from '../../shared/stretches.ts'
import type { TellRows } from '../components/far-rows.tsx'
import { Feed } from '../components/feed.tsx'
import { Stretch } from '../components/stretch.tsx'
import { knownStretch, stretchQuery } from '../data/stretch-query.ts'
import { isShown, useFeedWindow } from '../hooks/use-feed-window.ts'

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
  const { feed, shown, heights, watch, hold, reveal } = useFeedWindow(path, total)
  const isBusy = useIsFetching({ queryKey: ['stretch', path] }) > 0

  const tellRows = useCallback<TellRows>(
    (from, to) => {
      const known = []
      for (let stretch = from; stretch < to; stretch++) {
        const rows = client.getQueryData(stretchQuery(filter, stretch).queryKey) ?? []
        known.push(...rows.map(({ row, story }) => ({ row, title: story.title })))
      }
      return known
    },
    [client, filter],
  )
  const renderStretch = (stretch: number) => (
    <FeedStretch key={stretch} filter={filter} stretch={stretch} total={total} height={heights.of(stretch, total)} watch={watch} />
  )
  return (
    <Feed
      label={label}
      count={stretchCount(total)}
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
}

function FeedStretch({ filter, stretch, total, height, watch }: StretchProps): ReactNode {
  const client = useQueryClient()
  const { data, isError, refetch } = useQuery({
    ...stretchQuery(filter, stretch),
    // What is here already shows at once.
    initialData: () => knownStretch(client, filter, stretch),
  })
  return <Stretch stretch={stretch} rows={data} total={total} height={height} isFailed={isError} onRetry={() => void refetch()} watch={watch} />
}
