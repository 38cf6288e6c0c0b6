import { memo, useState, type ReactNode } from 'react'
import { useNavigate } from 'react-router-dom'
import { filterPath, type FeedFilter } from '../../shared/filter/feed-filter.ts'
import { FilterPanel } from '../components/filters/filter-panel.tsx'
import { TopicsNav } from '../components/filters/topics-nav.tsx'
import { useCounts } from '../hooks/filters/use-counts.ts'
import { useFacetList } from '../hooks/filters/use-facet-list.ts'
import { FeedDates } from './feed-dates.tsx'

interface Props {
  readonly filter: FeedFilter
  /** Number of stories; undefined until they are loaded. */
  readonly total: number | undefined
}

/** All filters of a feed, with counts. */
export const FeedPanel = memo(function FeedPanel({ filter, total }: Props): ReactNode {
  const navigate = useNavigate()
  const [isHeatOpen, setHeatOpen] = useState(false)
  const counts = useCounts(filter, { isReady: total !== undefined, needsHeat: isHeatOpen })
  const topics = useFacetList(filter, 'topics', counts)
  const providers = useFacetList(filter, 'providers', counts)
  const exclude = (slug: string) =>
    void navigate(filterPath({ ...filter, not: [...filter.not, slug] }), { state: { refinement: true } })
  return (
    <>
      <TopicsNav filter={filter} topics={topics} isStale={counts.isOld} onExclude={exclude} />
      <FilterPanel
        filter={filter}
        providers={providers}
        types={counts.types}
        heats={counts.counted?.heats ?? null}
        isStale={counts.isOld}
        total={total}
        dates={<FeedDates filter={filter} counts={counts} isReady={total !== undefined} />}
        onLoadHeat={() => setHeatOpen(true)}
      />
    </>
  )
})
