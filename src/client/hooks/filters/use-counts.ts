import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { MonthCounts, StoryType } from '../../../shared/contract/bundle.ts'
import { filterKey, type FeedFilter } from '../../../shared/filter/feed-filter.ts'
import type { CountedChoice, FacetCounts } from '../../../shared/search/search.ts'
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

/** Whether a filter shows all stories in the default order. */
export function isFrontPage(filter: FeedFilter): boolean {
  return filterKey(filter) === feedPath
}

/** The choices that the catalog does not count. */
const OF_INDEX: readonly CountedChoice[] = ['heats', 'authors']

/** The number of stories behind each of these choices, requested once the cards are rendered. The front page seldom needs the search index. */
export function useCounts(filter: FeedFilter, choices: readonly CountedChoice[], isReady: boolean): Counts {
  const { data: catalog } = useQuery(catalogQuery)
  const isFront = isFrontPage(filter)
  const asked = isFront ? choices.filter((choice) => OF_INDEX.includes(choice)) : choices
  const { data, isPlaceholderData } = useQuery({
    ...countsQuery(filter, asked),
    enabled: isReady && asked.length > 0,
    placeholderData: keepPreviousData,
  })
  const ofCatalog = (type: StoryType) => catalog?.types.find((count) => count.type === type)?.stories ?? 0
  if (isFront) {
    const types = { article: ofCatalog('article'), video: ofCatalog('video') }
    return { counted: isPlaceholderData ? null : (data ?? null), isOld: false, types }
  }
  return { counted: data ?? null, isOld: isPlaceholderData, types: data?.types ?? { article: null, video: null } }
}

const MONTHS = ['months'] as const

/** Stories per month: of the whole site, and under the filter. Null while unknown. */
export function useMonths(filter: FeedFilter, isReady: boolean): { all: MonthCounts | null; counted: MonthCounts | null } {
  const { counted } = useCounts(filter, MONTHS, isReady)
  const { data: all = null } = useQuery({ ...monthsQuery, enabled: isReady })
  return { all, counted: isFrontPage(filter) ? all : (counted?.months ?? null) }
}
