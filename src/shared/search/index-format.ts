/**
 * The index that finds stories: every JSON file under `data/find/`. The directory is named by the
 * catalog's `version`, and names all other files, each by the hash of its content: what a name leads
 * to never changes, and where a deploy has replaced a file, its old name leads nowhere.
 *
 * A story is known by its position, counted from the oldest at 0. Lists of numbers are strings, see
 * `find-codec.ts`: "ascending" as by `encodeAscending`, "numbers" as by `encodeNumbers`.
 */

/** Hexadecimal digits of a hash; the file's name without folder and ending. */
export type FindFile = string

/** `find/directory/<version>.json`: where everything else is. */
export interface FindDirectory {
  /** All stories. */
  readonly stories: number
  /** First key of each term shard, by code unit. */
  readonly firstKeys: readonly string[]
  /** The term shards, in the order of `firstKeys`. */
  readonly terms: readonly FindFile[]
  /** Day of the oldest story, in days since 1970, UTC; 0 when there is none. */
  readonly firstDay: number
  /** Days with a story, after `firstDay`, ascending, beginning with 0. */
  readonly days: string
  /** Stories of each of `days`, numbers. */
  readonly dayStories: string
  /** One file for `CHUNK_SIZE` stories, oldest first; so are `heat` and `quality`. */
  readonly columns: readonly FindFile[]
  readonly heat: readonly FindFile[]
  readonly quality: readonly FindFile[]
  /** Up to four heats, ascending, that tell warmer stories from others; none when all are equally warm. */
  readonly heatSteps: readonly number[]
  readonly spelling: FindFile
}

/**
 * `find/terms/<hash>.json`: which stories have a key. Keys are folded words, their stems
 * (by the stemmer of the site's language, see `stemmer-names.ts`), and three kinds that no word looks like: `#slug` for a topic, `@domain` for a provider, `=video` for that type.
 */
export interface TermShard {
  /** By code unit. */
  readonly keys: readonly string[]
  /**
   * Positions for each key, ascending. Those of a word are split by the best field that holds it,
   * in the order of `FIELDS`, with `.` between and empty ends left out; a mere stem has none.
   */
  readonly stories: readonly string[]
  /**
   * For a key (by its place in `keys`) that is the stem of other words than itself: all the words
   * it is the stem of. A word that is its own stem and no other's stands without.
   */
  readonly forms: readonly (readonly [key: number, words: readonly string[]])[]
  /** What topics and providers are called. */
  readonly names: readonly (readonly [key: number, name: string])[]
  /** Where the words stand. */
  readonly places: FindFile
}

/**
 * `find/places/<hash>.json`: where stories hold the words of one term shard, in the order of its
 * keys; empty for what is no word. For each story, in ascending order whatever the field, and each
 * place in it, a number: twice the places passed since the last one, plus one where it is the
 * story's last. Words are numbered through a story from 0, with a gap between its texts, so that no
 * phrase runs from one into the next.
 */
export type PlaceShard = readonly string[]

/**
 * `find/columns/<hash>.json`: who carries what in a chunk of stories, for counting. Topics are
 * numbered through all chunks in the order in which they first occur, so that a new story leaves
 * the chunks before its own alone; providers likewise.
 */
export interface FindColumns {
  /** Slug and name of topics that no older chunk has; they take the next numbers. */
  readonly topics: readonly FacetName[]
  /** Numbers of the topics that have a story in this chunk, ascending. */
  readonly present: string
  /** Their stories, counted from the chunk's first, ascending; in the order of `present`. */
  readonly topicStories: readonly string[]
  /** Domain and name of providers that no older chunk has. */
  readonly providers: readonly FacetName[]
  /** For each story one more than its provider's number, 0 for none; numbers. */
  readonly storyProviders: string
}

export type FacetName = readonly [key: string, name: string]

/** `find/heat/<hash>.json` and `find/quality/<hash>.json`: one of a chunk of stories; zigzag numbers, or plain where one is no whole number. */
export type FindScores = string | readonly number[]

/** `find/spelling/<hash>.json`: the words most stories hold, for "did you mean". */
export interface FindSpelling {
  /** By code unit. */
  readonly words: readonly string[]
  /** How many stories hold each, numbers. */
  readonly stories: string
}

export const topicKey = (slug: string) => `#${slug}`
export const providerKey = (domain: string) => `@${domain}`
export const VIDEO_KEY = '=video'
