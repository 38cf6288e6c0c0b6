import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { MonthCounts, StoryType } from '../../../shared/contract/bundle.ts'
import { filterPath, type FeedFilter } from '../../../shared/filter/feed-filter.ts'
import type { FacetCounts } from '../../../shared/search/search.ts'
import { feedPath } from '../../../shared/contract/permalinks.ts'
import { catalogQuery, monthsQuery } from '../../data/queries/bundle-query.ts'
import { countsQuery } from '../../data/queries/search-query.ts'

/** What stands beside the choices of a feed. */
export interface Counts {
  /** As the engine counts under the filter; null on the front page, which the catalog counts, and while it is not known. */
  readonly counted: FacetCounts | null
  /** These are still the counts of the filter before. */
  readonly isOld: boolean
  readonly types: Readonly<Record<StoryType, number | null>>
}

interface Wishes {
  /** The cards are there: what else is asked for no longer delays them. */
  readonly isReady: boolean
  /** The reader wants what the catalog cannot count. */
  readonly wantsHeat: boolean
}

export function isFrontPage(filter: FeedFilter): boolean {
  return filterPath(filter) === feedPath
}

/** How many stories each choice leaves, asked for once the cards are there. The front page needs no index for it. */
export function useCounts(filter: FeedFilter, { isReady, wantsHeat }: Wishes): Counts {
  const { data: catalog } = useQuery(catalogQuery)
  const isFront = isFrontPage(filter)
  const { data, isPlaceholderData } = useQuery({
    ...countsQuery(filter),
    enabled: isReady && (!isFront || wantsHeat),
    placeholderData: keepPreviousData,
  })
  const ofCatalog = (type: StoryType) => catalog?.types.find((count) => count.type === type)?.stories ?? 0
  if (isFront) {
    const types = { article: ofCatalog('article'), video: ofCatalog('video') }
    return { counted: isPlaceholderData ? null : (data ?? null), isOld: false, types }
  }
  return { counted: data ?? null, isOld: isPlaceholderData, types: data?.types ?? { article: null, video: null } }
}

/** Stories per month of the whole site, and under the filter where one is set; null while not known. */
export function useMonths(filter: FeedFilter, counts: Counts, isReady: boolean): { all: MonthCounts | null; counted: MonthCounts | null } {
  const { data: all = null } = useQuery({ ...monthsQuery, enabled: isReady })
  return { all, counted: isFrontPage(filter) ? all : (counts.counted?.months ?? null) }
}
