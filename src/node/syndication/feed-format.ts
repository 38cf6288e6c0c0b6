import type { Topic } from '../../shared/contract/bundle.ts'
import type { FeedFormat } from '../../shared/contract/permalinks.ts'
import type { FeedItem } from './feed-item.ts'

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
