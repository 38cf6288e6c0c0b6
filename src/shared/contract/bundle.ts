/**
 * The contract between build and app: every JSON file under `data/`.
 * Dates are ISO 8601 in UTC (`2020-05-20T08:07:00Z`, no fraction). Absent is `null`, never a missing key.
 */
import type { Site } from './site.ts'

/** Raised whenever an older app could misread a newer bundle. */
export const BUNDLE_FORMAT = 8

/**
 * Summaries in a full page of the feed; the newest page has the remainder. Few, because the results of a search are
 * scattered over as many pages as there are cards.
 */
export const PAGE_SIZE = 6

/** Stories in a topic's file, and listed in the HTML of a feed. */
export const LIST_SIZE = 24

/** Stories in the catalog itself, so that the first screen needs no other file. */
export const FIRST_STORIES = 5

/** Stories in one file under `story/`: the largest average. */
export const STORIES_PER_FILE = 8

/** Stories in one file of the filter's columns. */
export const STORIES_PER_COLUMN_FILE = 5000

/** Topics and providers in the catalog; `catalog/topics.json` and `catalog/providers.json` have all. */
export const CATALOG_FACETS = 12

/** Stories on other sites that a card names; the sidebar shows all. */
export const MAX_CARD_COVERAGE = 3

export type StoryType = 'article' | 'video'

/** `catalog.json`, the bundle's entry. */
export interface Catalog {
  /** `BUNDLE_FORMAT` of the build. */
  readonly format: number
  /** Hash of everything in the bundle: equal versions mean equal data. */
  readonly version: string
  readonly site: Site
  /** All stories. */
  readonly stories: number
  /** The newest stories, newest first; at most `FIRST_STORIES`. */
  readonly newest: readonly StorySummary[]
  /** Files under `story/`, a power of two; see `storyFileOf`. */
  readonly storyFiles: number
  /** Most used first, then by slug; at most `CATALOG_FACETS`. */
  readonly topics: readonly TopicCount[]
  /** How many topics there are in all. */
  readonly topicCount: number
  /** Most used first, then by domain; at most `CATALOG_FACETS`. */
  readonly providers: readonly ProviderCount[]
  readonly providerCount: number
  readonly types: readonly TypeCount[]
  /** The fields that some story has, to sort by. */
  readonly scores: readonly ('heat' | 'quality')[]
}

/** `version.json`: a small file that tells an open tab whether there is a newer deploy. */
export type BundleVersion = Pick<Catalog, 'format' | 'version'>

/** A topic as stories name it. The slug is its identity, the name its most frequent spelling. */
export interface Topic {
  readonly slug: string
  readonly name: string
}

/** A topic with the number of its stories; `catalog/topics.json` is an array of all, most used first. */
export interface TopicCount extends Topic {
  readonly stories: number
}

/** `topic/<slug>.json`: what the first screen of a topic shows. */
export interface TopicPage extends TopicCount {
  /** Newest first; at most `LIST_SIZE`. */
  readonly newest: readonly StorySummary[]
}

/** Who published a story. The domain is its identity, the name the most frequent one. */
export interface Provider {
  readonly domain: string
  readonly name: string
}

/** A provider with the number of its stories; `catalog/providers.json` is an array of all, most used first. */
export interface ProviderCount extends Provider {
  readonly stories: number
}

export interface TypeCount {
  readonly type: StoryType
  readonly stories: number
}

/** `catalog/months.json`: stories per month `YYYY-MM`, UTC, oldest first; months without a story are left out. */
export type MonthCounts = readonly (readonly [month: string, stories: number])[]

/** Copies of a picture for screens, as WebP and AVIF: `dataFiles.resizedImage` names their files. */
export interface ResizedImage {
  readonly name: string
  /** In pixels, the smallest first. */
  readonly widths: readonly number[]
  /** The picture's average colour, such as `#a1b2c3`. */
  readonly colour: string
}

/** A picture to show. `url` is http(s), or a path in this bundle (`data/images/…`) for a picture file next to its seed, or one that the build has kept. */
export interface StoryImage {
  readonly url: string
  /** Pixels, as given in the seed; null when unknown. */
  readonly width: number | null
  readonly height: number | null
  /** The image's own title where it says more than the story's title; otherwise null, and the image is decoration. */
  readonly caption: string | null
  readonly attribution: string | null
  /** Missing for a picture of another host, and for one that can't be resized. */
  readonly resized?: ResizedImage
}

/** Another story of this site on the same event. */
export interface CoverageLink {
  readonly id: string
  /** Index of the story among all, the oldest at 0. */
  readonly position: number
  readonly slug: string
  readonly title: string
  readonly published: string
  readonly provider: Provider | null
}

/** A story of the same event on another site. */
export interface CoverageElsewhere {
  readonly title: string
  /** http(s). */
  readonly url: string
  readonly provider: Provider | null
}

/** What a card needs. `feed/<n>.json` is an array of these, newest first; page 1 is the oldest. */
export interface StorySummary {
  /** Ten characters, `[0-9a-z]`; never changes for one canonical address. */
  readonly id: string
  readonly slug: string
  readonly title: string
  /** Plain text, shortened at a word with `…` past 280 characters; empty when the seed has none. */
  readonly excerpt: string
  readonly published: string
  readonly provider: Provider | null
  /** Names of the authors; empty when unknown. */
  readonly authors: readonly string[]
  readonly type: StoryType
  /** The story's language where it is another than the site's; see also `Story.language`. */
  readonly foreignLanguage?: string
  /** Rarest first: the most specific one leads. */
  readonly topics: readonly Topic[]
  readonly image: StoryImage | null
  /** As in the seed; 0 when it says nothing. */
  readonly heat: number
  /** As in the seed, 0 to 200; 0 when it says nothing. */
  readonly quality: number
  /** The seed says `published: false`. */
  readonly unpublished: boolean
  /** All other stories of the same event, newest first. A list shows one card for them all. */
  readonly alsoCoveredBy: readonly CoverageLink[]
  /**
   * The story that represents the event on a card, where it is another one: with a picture, with an excerpt, the earliest.
   * Null for a story that no list of all stories or of a topic shows, because it has a newer one of the event.
   */
  readonly lead: StorySummary | null
  /** The first of the seed's coverage that is no story here; at most `CARD_COVERAGE`. */
  readonly coveredElsewhere: readonly CoverageElsewhere[]
}

/** All a story page shows. `story/<n>.json` is an array of these; `storyFileOf` names the file of a story. */
export interface Story extends StorySummary {
  /** The whole excerpt, plain text. Null where `excerpt` is already whole, empty where the body begins with it. */
  readonly fullExcerpt: string | null
  /** When it was last changed; null when unknown, or no later than `published`. */
  readonly updated: string | null
  /** Where the original is: http(s), tracking parameters removed; null for the owner's own writing. */
  readonly originalUrl: string | null
  /** Every picture, `image` first where there is one. */
  readonly images: readonly StoryImage[]
  readonly video: StoryVideo | null
  /** Sanitised HTML made from the seed's Markdown body; null when it has none. */
  readonly bodyHtml: string | null
  /** BCP 47 tag of the story's language; null when unknown. */
  readonly language: string | null
  /** Coverage as the seeds list it first, then ranked neighbours. */
  readonly related: readonly RelatedStory[]
  /** The thread it belongs to; null for none. */
  readonly thread: StoryThread | null
}

/** A story's place in its thread. */
export interface StoryThread {
  readonly slug: string
  /** The story itself and those around it, oldest first; one of each event. */
  readonly stories: readonly ThreadStory[]
}

/** A line of a thread. */
export type ThreadStory = Pick<StorySummary, 'slug' | 'title' | 'published'>

/** A page of a list that may be too long for one. */
export interface ArchivePage {
  /** Counted from 1, the oldest; null for the newest. So a new story changes that one only. */
  readonly page: number | null
  /** The last page that it links to by its number; the newest has none. */
  readonly pages: number
  /** Stories of the whole list; on an older page its own. */
  readonly count: number
  /** Newest first. */
  readonly stories: readonly ArchivedStory[]
}

/** A page of a thread: stories that follow one matter over weeks. `thread/<slug>.json` is the newest, `thread/<slug>/<page>.json` an older one. */
export interface ThreadPage extends ArchivePage {
  readonly slug: string
  /** The title of its first story. */
  readonly title: string
}

/** A line of an archive. */
export interface ArchivedStory extends Pick<StorySummary, 'slug' | 'title' | 'published'> {
  /** The provider's name; null for the owner's own writing. */
  readonly provider: string | null
}

/** A video that plays elsewhere. */
export interface StoryVideo {
  /** Page at the provider, http(s). */
  readonly url: string
  /** Address of a player that may be framed after a click: YouTube or Vimeo only; otherwise null. */
  readonly playerUrl: string | null
}

/** One entry of the related-story sidebar. At least one of `slug` and `url` is set; `slug` wins. */
export interface RelatedStory {
  readonly title: string
  readonly published: string | null
  /** The provider's name. */
  readonly provider: string | null
  readonly type: StoryType
  /** Slug of the story on this site; null when it is on another. */
  readonly slug: string | null
  /** http(s) address of a story on another site. */
  readonly url: string | null
  readonly reason: RelatedReason
}

/** Why a story is in the sidebar: the same event, a rare topic, a rare name, or nothing that a few words could say. */
export type RelatedReason =
  | { readonly kind: 'coverage' }
  | { readonly kind: 'topic'; readonly topic: Topic }
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'none' }
