import type { Provider, StoryImage, Topic } from '../../shared/contract/bundle.ts'
import type { FeedFormat } from '../../shared/contract/permalinks.ts'

/** What stands over the items of one feed. */
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

/** A story as every feed format tells it. All addresses are absolute URIs. */
export interface FeedItem {
  /** A tag URI (RFC 4151) of nothing but the story's id: the same for ever, on whatever site, under whatever title. */
  readonly id: string
  /** The story's page in this reader. */
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
  readonly topics: readonly Topic[]
  readonly images: readonly FeedImage[]
  readonly video: FeedLink | null
  readonly playerUrl: string | null
  /** The same event, told elsewhere. */
  readonly coverage: readonly FeedLink[]
}

/** A picture with its media type; null when its address does not tell one. */
export interface FeedImage extends StoryImage {
  readonly type: string | null
  /** Bytes; null for a picture that lies elsewhere. */
  readonly size: number | null
}

/** A link out of an item. */
export interface FeedLink {
  readonly title: string
  readonly url: string
  /** Name of who published it; null when not known or not worth telling. */
  readonly from: string | null
}

/** A feed without its items. */
export interface FeedFrame {
  readonly head: string
  /** Stands between two items. */
  readonly between: string
  readonly foot: string
}

/** Writes one feed format. An item reads the same in every feed, so that it is written once. */
export interface FeedWriter {
  readonly format: FeedFormat
  item(item: FeedItem): string
  frame(channel: Channel): FeedFrame
}

/** The frame that a feed without items is, when its items stand before `foot`. */
export function frameOf(empty: string, between: string, foot: string): FeedFrame {
  return { head: empty.slice(0, -foot.length), between, foot }
}
