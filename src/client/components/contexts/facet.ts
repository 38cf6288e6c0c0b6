import type { FeedFilter } from '../../../shared/filter/feed-filter.ts'

/** One value a feed can be filtered by. */
export interface Facet {
  /** What the URL calls it: the slug of a topic or author, a provider's domain. */
  readonly key: string
  readonly name: string
  /** Stories left when it is selected; null while unknown. */
  readonly stories: number | null
}

/** The values of one kind, most stories first. */
export interface FacetList {
  /** Those whose name matches `search`; all known ones without a query. */
  readonly facets: readonly Facet[]
  /** How many there are in total under the filter. */
  readonly total: number
  /** Part of a name to search for; empty for none. */
  readonly search: string
  readonly onSearch: (search: string) => void
  /** Asks for the values that are not loaded yet. */
  readonly onNeedAll: () => void
}

/** An active filter. */
export interface Chip {
  readonly kind: 'topic' | 'not' | 'any' | 'provider' | 'author' | 'type' | 'after' | 'before' | 'minHeat' | 'words' | 'unread'
  /** The bare value, e.g. a topic's name. */
  readonly name: string
  /** Text of the chip, e.g. `not Robotics`. */
  readonly label: string
  /** The filter without it. */
  readonly without: FeedFilter
  /** That filter's permalink. */
  readonly path: string
}
