import type { FeedFilter } from '../../../shared/filter/feed-filter.ts'

/** One value a feed can be filtered by. */
export interface Facet {
  /** What the URL calls it: a topic's slug, a provider's domain. */
  readonly key: string
  readonly name: string
  /** Stories that remain when it is chosen; null while that is not known. */
  readonly stories: number | null
}

/** The values of one kind, most stories first. */
export interface FacetList {
  /** Those that fit what the reader looks for; all that are known otherwise. */
  readonly facets: readonly Facet[]
  /** How many there are in all, under the filter. */
  readonly total: number
  /** Part of a name the reader looks for; empty for none. */
  readonly search: string
  readonly onSearch: (sought: string) => void
  /** The reader looks for values that may not be known yet. */
  readonly onNeedAll: () => void
}

/** A refinement in force. */
export interface Chip {
  readonly kind: 'topic' | 'not' | 'provider' | 'type' | 'after' | 'before' | 'minHeat' | 'words'
  /** The bare value, e.g. a topic's name. */
  readonly name: string
  /** As it stands on the chip, e.g. `not Robotics`. */
  readonly label: string
  /** The filter without it. */
  readonly without: FeedFilter
  /** That filter's permalink. */
  readonly path: string
}
