/**
 * The search index: all JSON files under `data/find/`. The directory is named by the catalog's `version` and
 * names all other files by the hash of their content, so a file never changes; after a deploy, the
 * names of replaced files no longer exist.
 *
 * A story's position is its rank by time, 0 for the oldest. Lists of numbers are strings: "ascending" ones by
 * `encodeAscending`, "numbers" by `encodeNumbers` (see `varint.ts`).
 */
import { STORIES_PER_COLUMN_FILE } from '../contract/bundle.ts'
import type { FacetKind } from './search.ts'

/** A file's name without folder and extension: hexadecimal digits of a hash. */
export type IndexFile = string

/** `find/directory/<version>.json`: names all other files. */
export interface IndexDirectory {
  /** Number of all stories. */
  readonly stories: number
  /**
   * The terms of the older stories, and those of the newest few: a new story has dozens of words, and each is in
   * another shard of the older stories.
   */
  readonly segments: readonly TermSegment[]
  /** Day of the oldest story, in days since 1970, UTC; 0 without stories. */
  readonly firstDay: number
  /** Days with stories, counted from `firstDay`, ascending; the first is 0. */
  readonly days: string
  /** Number of stories on each of `days`, numbers. */
  readonly dayStories: string
  readonly facets: Readonly<Record<FacetKind, FacetFiles>>
  /** One file for `STORIES_PER_COLUMN_FILE` stories, oldest first; so are `quality` and `ids`. */
  readonly heat: readonly IndexFile[]
  readonly quality: readonly IndexFile[]
  readonly ids: readonly IndexFile[]
  /** Up to four minimum heats to filter by, ascending; none when all stories have the same heat. */
  readonly heatSteps: readonly number[]
  /** `find/spelling/<hash>.json`, a `ShardIndex` of the spelling shards, to correct misspelled words. */
  readonly spelling: IndexFile
  /** Languages (BCP 47) besides the site's whose stemmers were used. Absent for none. */
  readonly languages?: readonly string[] | undefined
}

/** The terms of stories that follow one another. */
export interface TermSegment {
  /** Position of the first of these stories; story positions in the shards are relative to it. */
  readonly from: number
  /** First key of each term shard, in code unit order. */
  readonly firstKeys: readonly string[]
  /** The term shards, in the order of `firstKeys`. */
  readonly terms: readonly IndexFile[]
  /** `find/places/<hash>.json`: a list of the names of all word position shards, in the same order. Only phrases need it. */
  readonly wordPositions: IndexFile
  /** `find/payloads/<hash>.json`, a `ShardIndex` of the payload shards. Absent in an index without payloads, see `payloadKind`. */
  readonly payloads?: IndexFile | undefined
}

/**
 * `find/terms/<hash>.json`: the postings of keys. Keys are folded words, their stems
 * (each by the stemmers of the languages whose stories contain the word, see `languages`), and four kinds that cannot be words: `#slug` for a
 * topic, `@domain` for a provider, `~slug` for an author, `=video` for that type.
 */
export interface TermShard {
  /** In code unit order. */
  readonly keys: readonly string[]
  /**
   * Story positions for each key, ascending. Those of a word are split by the best field that contains it,
   * in the order of `FIELDS`, separated by `.`, without empty lists at the end; a stem that is no word has none.
   */
  readonly stories: readonly string[]
  /**
   * For each key and each story that contains it in the title, a number: the word's first position in the title
   * modulo `TITLE_POSITIONS`, times `TITLE_LENGTH_CLASSES`, plus the title's length class. Empty for keys that are no words.
   */
  readonly titles: readonly string[]
  /**
   * For a key (by its index in `keys`) that is the stem of other words than itself: all words with
   * this stem. A word that is only its own stem is left out.
   */
  readonly forms: readonly (readonly [key: number, words: readonly string[]])[]
  /** Names of topics, providers and authors. */
  readonly names: readonly (readonly [key: number, name: string])[]
}

/**
 * `find/places/<hash>.json`: the word positions of one term shard, in the order of its keys;
 * empty for keys that are no words. One number for each occurrence, by story and then by word position: twice the
 * difference to the previous one in the story, plus one if it is the last in the story. Words of a story
 * are counted from 0 through all its texts, with a gap between texts, so that no phrase spans two of them. The gap
 * after the title ends at a multiple of 32, so that a longer title does not move the words of all other texts.
 */
export type WordPositionShard = readonly string[]

/**
 * The files that count the facets of one kind, apart from those of other kinds, so that only what is shown is fetched.
 * Facets are numbered across all files in the order of their first occurrence, so that a new story does not change older files.
 */
export interface FacetFiles {
  /** `find/columns/<hash>.json`: `FACETS_PER_FILE` facets, by number. */
  readonly names: readonly IndexFile[]
  /** `find/columns/<hash>.json`, a `FacetColumn` each, for `STORIES_PER_COLUMN_FILE` stories, oldest first. */
  readonly columns: readonly IndexFile[]
}

/**
 * The facets of a list of stories: the numbers of the facets that any of them has, ascending; and for each of these, in
 * the same order, the indexes of its stories in the list, ascending, separated by `.`.
 */
export type FacetColumn = readonly [facets: string, stories: string]

/**
 * `find/payloads/<hash>.json`, named by a `ShardIndex`: what is counted of the stories of each key, without reading
 * the columns of all stories. Each list of stories is the key's postings in its segment, ascending. See `payloadKind`.
 */
export interface PayloadShard extends Readonly<Record<FacetKind, readonly FacetColumn[]>> {
  /** In code unit order. */
  readonly keys: readonly string[]
  readonly heat: readonly ScoreColumn[]
}

/** Stories of an index without payloads, at most: their columns are a few files. Another number is another `BUNDLE_FORMAT`. */
const FEW_STORIES = 2 * STORIES_PER_COLUMN_FILE

/** The stories of a key, at most, as one in so many: a payload of more would be as large as the columns of all stories. Another number is another `BUNDLE_FORMAT`. */
const PAYLOAD_SHARE = 10

/**
 * The payload of a key with so many postings in a segment, in an index of so many stories: of each story; for a topic of
 * more, only totals, as if the first stories of the list had each facet, and sorted heats; or none, also for authors and
 * types, by which no count is narrowed.
 */
export function payloadKind(key: string, postings: number, stories: number): 'each' | 'totals' | null {
  if (stories <= FEW_STORIES || key.startsWith(authorKey('')) || key === VIDEO_KEY) return null
  if (postings <= stories / PAYLOAD_SHARE) return 'each'
  return key.startsWith(topicKey('')) ? 'totals' : null
}

/** Facets in one file of names. */
export const FACETS_PER_FILE = 1000

/** Key and name of a topic, a provider or an author; the name alone where it is ASCII and `toTopicSlug` makes the key of it. */
export type FacetName = string | readonly [key: string, name: string]

/** Scores of a list of stories, in `find/heat/<hash>.json` and `find/quality/<hash>.json` of `STORIES_PER_COLUMN_FILE`: zigzag numbers, or plain ones if any is no integer. */
export type ScoreColumn = string | readonly number[]

/** `find/ids/<hash>.json`: the ids of `STORIES_PER_COLUMN_FILE` stories, one after the other. */
export type IdColumn = string

/** Names the shards of sorted keys; a file of the shards' own folder. */
export interface ShardIndex {
  /** First key of each shard, in code unit order. */
  readonly firstKeys: readonly string[]
  readonly shards: readonly IndexFile[]
}

/** `find/spelling/<hash>.json`, named by a `ShardIndex`: words of all stories, each under two keys, see `spelling.ts`. */
export interface SpellingShard {
  /** In code unit order. */
  readonly keys: readonly string[]
  /** How many stories contain each word, as the exponent of the largest power of two in it; numbers. */
  readonly frequencies: string
}

export const topicKey = (slug: string) => `#${slug}`
export const providerKey = (domain: string) => `@${domain}`
export const authorKey = (slug: string) => `~${slug}`
export const VIDEO_KEY = '=video'
