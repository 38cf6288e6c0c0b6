import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { MonthCounts, StoryType } from '../../../shared/contract/bundle.ts'
import { filterKey, type FeedFilter } from '../../../shared/filter/feed-filter.ts'
import type { FacetCounts } from '../../../shared/search/search.ts'
import { feedPath } from '../../../shared/contract/permalinks.ts'
import { catalogQuery, monthsQuery } from '../../data/queries/bundle-query.ts'
import { countsQuery } from '../../data/queries/search-query.ts'

/** The counts beside the facets of a feed. */
export interface Counts {
  /** Counted by the search engine under the filter; null while unknown, and on the front page, whose counts are in the catalog. */
  readonly counted: FacetCounts | null
  /** These are still the counts of the previous filter. */
  readonly isOld: boolean
  readonly types: Readonly<Record<StoryType, number | null>>
}

interface Options {
  /** The cards are rendered, so other requests no longer delay them. */
  readonly isReady: boolean
  /** A filter is open whose counts are not in the catalog: heat or authors. */
  readonly needsIndex: boolean
}

/** Whether a filter shows all stories in the default order. */
export function isFrontPage(filter: FeedFilter): boolean {
  return filterKey(filter) === feedPath
}

/** The number of stories behind each facet, requested once the cards are rendered. The front page does not need the search index. */
export function useCounts(filter: FeedFilter, { isReady, needsIndex }: Options): Counts {
  const { data: catalog } = useQuery(catalogQuery)
  const isFront = isFrontPage(filter)
  const { data, isPlaceholderData } = useQuery({
    ...countsQuery(filter),
    enabled: isReady && (!isFront || needsIndex),
    placeholderData: keepPreviousData,
  })
  const ofCatalog = (type: StoryType) => catalog?.types.find((count) => count.type === type)?.stories ?? 0
  if (isFront) {
    const types = { article: ofCatalog('article'), video: ofCatalog('video') }
    return { counted: isPlaceholderData ? null : (data ?? null), isOld: false, types }
  }
  return { counted: data ?? null, isOld: isPlaceholderData, types: data?.types ?? { article: null, video: null } }
}

/** Stories per month: of the whole site, and under the filter. Null while unknown. */
export function useMonths(filter: FeedFilter, counts: Counts, isReady: boolean): { all: MonthCounts | null; counted: MonthCounts | null } {
  const { data: all = null } = useQuery({ ...monthsQuery, enabled: isReady })
  return { all, counted: isFrontPage(filter) ? all : (counts.counted?.months ?? null) }
}
