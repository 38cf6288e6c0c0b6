/** One value a feed can be filtered by. */
export interface Facet {
  /** What the URL calls it: a topic's slug, a provider's domain. */
  readonly key: string
  readonly name: string
  /** Stories that remain when it is chosen; null while that is not known. */
  readonly stories: number | null
}

/** A refinement in force. */
export interface Chip {
  readonly kind: 'topic' | 'not' | 'provider' | 'type' | 'after' | 'before' | 'minHeat'
  /** The bare value, e.g. a topic's name. */
  readonly name: string
  /** As it stands on the chip, e.g. `not Robotics`. */
  readonly label: string
  /** Permalink of the feed without it. */
  readonly without: string
  /** Stories the feed would have without it; null while that is not known. */
  readonly stories: number | null
}
