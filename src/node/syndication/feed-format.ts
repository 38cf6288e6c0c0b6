import type { Provider, StoryImage, Topic } from '../../shared/contract/bundle.ts'
import type { FeedFormat } from '../../shared/contract/permalinks.ts'

/** The metadata of one feed. */
export interface Channel {
  readonly title: string
  readonly description: string
  readonly language: string
  readonly siteTitle: string
  /** Absolute URI of the page that shows the same stories; it is the feed's identity. */
  readonly pageUrl: string
  /** Absolute URI of the feed itself. */
  readonly selfUrl: string
  /** ISO 8601: the newest change of an item. */
  readonly updated: string
  /** Null for the whole site's feed. */
  readonly topic: Topic | null
}

/** A story as every feed format describes it. All addresses are absolute URIs. */
export interface FeedItem {
  /** A tag URI (RFC 4151) of the story's id alone, which never changes, whatever the site or the title. */
  readonly id: string
  /** The story's page on this site. */
  readonly url: string
  readonly originalUrl: string | null
  readonly title: string
  /** Plain text; empty when there is none. */
  readonly summary: string
  readonly html: string
  /** ISO 8601, as `updated`. */
  readonly published: string
  readonly updated: string | null
  readonly language: string | null
  readonly provider: Provider | null
  /** Names; empty when unknown. */
  readonly authors: readonly string[]
  readonly topics: readonly Topic[]
  readonly images: readonly FeedImage[]
  readonly video: FeedLink | null
  readonly playerUrl: string | null
  /** The same event, covered elsewhere. */
  readonly coverage: readonly FeedLink[]
}

/** A picture with its media type; null when its address does not show one. */
export interface FeedImage extends StoryImage {
  readonly type: string | null
  /** Bytes; null for a picture on another site. */
  readonly size: number | null
}

/** A link out of an item. */
export interface FeedLink {
  readonly title: string
  readonly url: string
  /** Name of who published it; null when unknown. */
  readonly from: string | null
}

/** Writes one feed format. */
export interface FeedWriter {
  readonly format: FeedFormat
  /** The text of the feed's file, with the items in this order. */
  feed(channel: Channel, items: readonly FeedItem[]): string
}
