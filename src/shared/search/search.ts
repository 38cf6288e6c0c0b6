import type { StorySummary, StoryType } from '../contract/bundle.ts'
import type { FeedFilter } from '../filter/feed-filter.ts'

/**
 * The search engine: filters and words, with counts for every facet. A story's position is its rank by
 * time, 0 for the oldest.
 *
 * A story matches if it passes every part of the filter and all of the query. Its texts are its title, its topics'
 * names, its provider's name and domain, its authors, its whole excerpt, and its coverage's titles and providers'
 * names. Texts are split into folded words (`foldWords`), and the query is parsed by `parseQuery` into
 * - words: some word of the story has the same stem, in the site's language;
 * - the last word, unless quoted or excluded: or begins with it; in a script without spaces, the last
 *   few words in one of their `segmentations`;
 * - phrases: one of the texts contains exactly these folded words, one right after the other;
 * - exclusions: no text contains the word, in any form, or the phrase.
 * If no story matches because of misspelled words, similar words take their place, for facet counts too.
 *
 * `ranking.ts` defines relevance, over all words of the query, those of phrases too. In every order, equals are
 * sorted newest first.
 */
export interface SearchEngine {
  /** The stories that match a filter. Like all other methods, rejects with `MissingFile` when a deploy has replaced the index. */
  search(filter: FeedFilter): Promise<SearchResult>
  /** The ids of the stories that `search` finds, newest first. */
  matchingIds(filter: FeedFilter): Promise<readonly string[]>
  /**
   * The matches among the stories cached on this device, for when the index is out of reach. Searches the
   * texts of story cards; relevance sorts newest first.
   */
  searchCached(filter: FeedFilter): Promise<CachedSearchResult>
  /** A query with a similar word in place of a rare one, if fewer than `FEW_MATCHES` stories match and it finds many more; else null. */
  suggestQuery(filter: FeedFilter): Promise<string | null>
  /** How many stories remain for each choice of some kinds, with all other parts of the filter applied. Fetches only what these kinds need. */
  countFacets(filter: FeedFilter, choices: readonly CountedChoice[]): Promise<FacetCounts>
  /**
   * Topics or authors whose name contains a text, or providers whose name or domain does, with their counts, to
   * reach those that `countFacets` leaves out. At most `COUNTED_FACETS`, most stories first.
   */
  searchFacets(filter: FeedFilter, kind: FacetKind, text: string): Promise<readonly FacetCount[]>
  /** Names of topics, providers and authors, by their keys; unknown ones are left out. */
  facetNames(keys: FacetKeys): Promise<FacetNames>
  /** Positions of the stories whose titles share the rarest words with these, best first. */
  similarTitles(words: readonly string[], limit: number): Promise<readonly number[]>
}

/** With fewer matches, a similar query is suggested. */
export const FEW_MATCHES = 4

export interface SearchResult {
  /** In the filter's order: by relevance, time, heat or quality. */
  readonly positions: Uint32Array
  readonly highlights: Highlights
  /** Set when no story matches the query as typed: these are the matches of a corrected query. */
  readonly correction: Correction | null
  /** How many more stories would match if nothing were muted. */
  readonly hidden: number
}

export interface Correction {
  /** The corrected query. */
  readonly words: string
  /** What no story contains: words as typed, folded, or the whole query if stories contain each word, but not together. */
  readonly unknown: readonly string[]
}

export interface CachedSearchResult {
  /** In the filter's order. */
  readonly stories: readonly StorySummary[]
  readonly highlights: Highlights
}

/** Which words of a text match the query. */
export interface Highlights {
  /** Folded words. */
  readonly words: readonly string[]
  /** Folded beginnings of words. */
  readonly prefixes: readonly string[]
}

export const NO_HIGHLIGHTS: Highlights = { words: [], prefixes: [] }

/** What stories can be filtered by that has names. */
export type FacetKind = 'topics' | 'providers' | 'authors'

/** Facets of one kind in a count at most; chosen ones are added. */
export const COUNTED_FACETS = 60

/** A kind of choice that stories can be counted for. */
export type CountedChoice = FacetKind | 'types' | 'months' | 'heats'

/** Most stories first, then by key; without those that have no stories, unless chosen. Null for what was not asked for. */
export interface FacetCounts {
  /** By topic slug: stories that match the filter and carry this topic. At most `COUNTED_FACETS`, and those chosen. */
  readonly topics: readonly FacetCount[] | null
  /** By domain: stories that match everything but the filter's providers. At most `COUNTED_FACETS`, and those chosen. */
  readonly providers: readonly FacetCount[] | null
  /** By slug: stories that match everything but the filter's authors. At most `COUNTED_FACETS`, and those chosen. */
  readonly authors: readonly FacetCount[] | null
  /** How many topics, providers and authors have stories; 0 if they were not asked for. */
  readonly topicCount: number
  readonly providerCount: number
  readonly authorCount: number
  /** Stories that match everything but the filter's type. */
  readonly types: Readonly<Record<StoryType, number>> | null
  /** By month `YYYY-MM`, oldest first: stories that match everything but `after` and `before`. */
  readonly months: readonly (readonly [month: string, stories: number])[] | null
  /** By minimum heat, lowest first: stories that match everything but `minHeat`; empty when all stories have the same heat. */
  readonly heats: readonly (readonly [minHeat: number, stories: number])[] | null
}

export interface FacetCount {
  /** As in the URL: the slug of a topic or author, a provider's domain. */
  readonly key: string
  readonly name: string
  readonly stories: number
}

/** Keys of facets whose names are asked for. */
export type FacetKeys = Readonly<Record<FacetKind, readonly string[]>>

/** Names by key. */
export type FacetNames = Readonly<Record<FacetKind, ReadonlyMap<string, string>>>
