import { lazy, Suspense, type ReactNode } from 'react'
import { useNavigate } from 'react-router-dom'
import { filterPath, type FeedFilter } from '../../shared/feed-filter.ts'
import { useMonths, type Counts } from '../hooks/use-counts.ts'

// Only an open panel shows it. Without its code the feed can be read all the same.
const MonthHistogram = lazy(() =>
  import('../components/month-histogram.tsx').then(
    ({ MonthHistogram }) => ({ default: MonthHistogram }),
    () => ({ default: () => null }),
  ),
)

interface Props {
  readonly filter: FeedFilter
  readonly counts: Counts
}

/** The filter by date; nothing where all stories are of one month. */
export function FeedDates({ filter, counts }: Props): ReactNode {
  const navigate = useNavigate()
  const { all, counted } = useMonths(filter, counts)
  if (all === null || all.length < 2) return null
  const onChoose = (after: string | null, before: string | null, isContinued: boolean) => {
    if (after === filter.after && before === filter.before) return
    void navigate(filterPath({ ...filter, after, before }), { replace: isContinued, state: { refinement: true } })
  }
  return (
    <Suspense>
      <MonthHistogram span={all} months={counted ?? []} after={filter.after} before={filter.before} onChoose={onChoose} />
    </Suspense>
  )
}
