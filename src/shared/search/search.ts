import type { StorySummary, StoryType } from '../contract/bundle.ts'
import type { FeedFilter } from '../filter/feed-filter.ts'

/**
 * The engine that finds stories, as the reader asks it: filters and words alike, counts beside every
 * choice. A position is a story's place in the whole, counted from the oldest at 0.
 *
 * What is found: the stories that pass every part of the filter and hold everything sought. A
 * story's texts are its title, its topics' names, its provider's name and domain, its whole excerpt,
 * and its coverage's titles and providers' names. All are split into folded words (`foldWords`), and
 * the search box is read by `parseSought` into
 * - words: some word of the story has the same stem, in the site's language;
 * - the last word, unless quoted or excluded: or begins with it; in a script without spaces, the last
 *   few words in one of their `readings`;
 * - phrases: one of the texts holds these words, folded but in no other form, one right after the other;
 * - exclusions: no text holds the word, in any form, or the phrase.
 *
 * By relevance, a story scores for each sought word (each of a phrase's too) the word's rarity
 * (`rarityOf` the stories that match it) times the worth of the best field that matches (`FIELD_WEIGHTS`).
 * Equals stand newest first, in every order.
 */
export interface Find {
  /** The stories a filter finds. Rejects with `MissingFile` when the index was replaced by a deploy; so does all else. */
  find(filter: FeedFilter): Promise<FindAnswer>
  /**
   * The stories a filter finds among those this device keeps, for when the index is out of reach: in the
   * texts a card shows, and by relevance newest first.
   */
  findKept(filter: FeedFilter): Promise<KeptAnswer>
  /** How many stories remain behind each choice, under all the others. */
  count(filter: FeedFilter): Promise<FacetCounts>
  /**
   * Topics whose name holds the sought text, or providers whose name or domain does, with their
   * counts; for those that `count` leaves out. At most `COUNTED_FACETS`, most stories first.
   */
  seekFacets(filter: FeedFilter, kind: 'topics' | 'providers', sought: string): Promise<readonly FacetCount[]>
  /** What topics and providers are called, by slug and by domain; unknown ones are left out. */
  names(keys: FacetKeys): Promise<FacetNames>
  /** Positions of the stories whose titles share the rarest words with these, best first. */
  nearest(words: readonly string[], limit: number): Promise<readonly number[]>
}

export interface FindAnswer {
  /** Positions in the filter's order: by relevance, time, heat or quality. */
  readonly positions: Uint32Array
  /** What to mark in texts, folded as by `foldWords`; see `FindMarks`. */
  readonly marks: Highlights
  /** The sought words, with those no story holds spelled as the nearest that would find stories; null when all are held, or none is near. */
  readonly suggestion: string | null
}

export interface KeptAnswer {
  /** In the filter's order. */
  readonly stories: readonly StorySummary[]
  readonly marks: Highlights
}

/** Which words of a text the sought ones matched. */
export interface Highlights {
  /** Folded words. */
  readonly words: readonly string[]
  /** Folded beginnings of words. */
  readonly prefixes: readonly string[]
}

export const NO_HIGHLIGHTS: Highlights = { words: [], prefixes: [] }

/** Choices of one kind a count holds; chosen ones beyond are added. */
export const COUNTED_FACETS = 60

/** Most stories first, then by key; values without a story are left out, unless chosen. */
export interface FacetCounts {
  /** By topic slug: stories that match the filter and carry this topic. At most `COUNTED_FACETS`, and those chosen. */
  readonly topics: readonly FacetCount[]
  /** By domain: stories that match everything but the filter's providers. At most `COUNTED_FACETS`, and those chosen. */
  readonly providers: readonly FacetCount[]
  /** How many topics and providers have a story here. */
  readonly topicCount: number
  readonly providerCount: number
  /** Stories that match everything but the filter's type. */
  readonly types: Readonly<Record<StoryType, number>>
  /** By month `YYYY-MM`, oldest first: stories that match everything but `after` and `before`. */
  readonly months: readonly (readonly [month: string, stories: number])[]
  /** By least heat, lowest first: stories that match everything but `minHeat`, in steps that tell stories apart; empty when heat tells nothing. */
  readonly heats: readonly (readonly [minHeat: number, stories: number])[]
}

export interface FacetCount {
  /** What the URL calls it: a topic's slug, a provider's domain. */
  readonly key: string
  readonly name: string
  readonly stories: number
}

export interface FacetKeys {
  readonly topics: readonly string[]
  readonly providers: readonly string[]
}

export interface FacetNames {
  readonly topics: ReadonlyMap<string, string>
  readonly providers: ReadonlyMap<string, string>
}
