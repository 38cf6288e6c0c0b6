import { lazy, memo, Suspense, useState, type ReactNode } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router-dom'
import { filterPath, type FeedFilter } from '../../shared/filter/feed-filter.ts'
import { FilterPanel } from '../components/filters/filter-panel.tsx'
import { TopicsNav } from '../components/filters/topics-nav.tsx'
import { useWideLayout } from '../components/filters/use-wide-layout.ts'
import { catalogQuery } from '../data/queries/bundle-query.ts'
import { reloadForNewCode } from '../data/offline/reload-once.ts'
import { useCounts } from '../hooks/filters/use-counts.ts'
import { useFacetList } from '../hooks/filters/use-facet-list.ts'

/** Loaded when the panel is opened. */
const FilterChoices = lazy(() => import('./filter-choices.tsx').then((module) => ({ default: module.FilterChoices }), reloadForNewCode))

/** Loaded after the cards. */
const FeedDates = lazy(() => import('./feed-dates.tsx').then((module) => ({ default: module.FeedDates }), reloadForNewCode))

/** To count topics takes about a byte for each story: next to a feed of more, it waits until somebody points at them. */
const MANY_STORIES = 50_000

const TOPICS = ['topics'] as const
const NOTHING = [] as const

interface Props {
  readonly filter: FeedFilter
  /** Number of stories; undefined until they are loaded. */
  readonly total: number | undefined
}

/** All filters of a feed, with counts. */
export const FeedPanel = memo(function FeedPanel({ filter, total }: Props): ReactNode {
  const navigate = useNavigate()
  const { data: catalog } = useQuery(catalogQuery)
  const [isUsed, setUsed] = useState(false)
  const isWide = useWideLayout()
  const isShown = isUsed || (isWide && (catalog?.stories ?? 0) < MANY_STORIES)
  const counts = useCounts(filter, isShown ? TOPICS : NOTHING, total !== undefined)
  const topics = useFacetList(filter, 'topics', counts)
  const exclude = (slug: string) =>
    void navigate(filterPath({ ...filter, not: [...filter.not, slug] }), { state: { refinement: true } })
  const active = [filter.type, filter.minHeat, filter.sort].filter((value) => value !== null).length + filter.any.length + filter.providers.length + filter.authors.length
  return (
    <>
      <TopicsNav filter={filter} topics={topics} isStale={counts.isOld} onExclude={exclude} onUse={() => setUsed(true)} />
      <FilterPanel
        active={active}
        isStale={counts.isOld}
        total={total}
        dates={
          <Suspense>
            <FeedDates filter={filter} isReady={total !== undefined} />
          </Suspense>
        }
      >
        <Suspense>
          <FilterChoices filter={filter} isReady={total !== undefined} />
        </Suspense>
      </FilterPanel>
    </>
  )
})
