import type { Topic } from '../../shared/contract/bundle.ts'
import { documentTitle } from '../../shared/meta/page-meta.ts'
import { absoluteUrl, feedPath, syndicationFile, syndicationPath, topicPath } from '../../shared/contract/permalinks.ts'
import type { FeedFormat } from '../../shared/contract/permalinks.ts'
import { strictUri } from '../../shared/meta/strict-uri.ts'
import { wordsFor } from '../../shared/words/words-for.ts'
import type { TopicList } from '../stories/topics-and-counts.ts'
import { atom } from './atom.ts'
import { toFeedItem } from './feed-item.ts'
import type { Channel, FeedFrame, FeedItem, FeedWriter } from './feed-format.ts'
import { jsonFeed } from './json-feed.ts'
import { rss } from './rss.ts'
import { newestChange } from './types.ts'
import type { DatedStory, PublishedSite, SiteFile, Syndicated, SyndicatedStory } from './types.ts'

const WRITERS: readonly FeedWriter[] = [rss, atom, jsonFeed]

/** Stories in a feed: the newest. */
const FEED_LENGTH = 50

/** Every feed in every format: the whole site's, then each topic's. `stories` and positions oldest first; `story` gives the whole of one. */
export function* toFeeds(
  site: PublishedSite,
  stories: readonly DatedStory[],
  story: (position: number) => SyndicatedStory,
  topicLists: readonly TopicList[],
  sizeOf: Syndicated['sizeOf'],
): Generator<SiteFile> {
  const lists: { topic: Topic | null; positions: readonly number[] }[] = [
    { topic: null, positions: [...stories.keys()].slice(-FEED_LENGTH).reverse() },
    ...topicLists.map(([topic, positions]) => ({ topic, positions: positions.slice(-FEED_LENGTH).reverse() })),
  ]
  const uses = lists.flatMap(({ positions }) => positions)
  const itemsAt = memoizeWhileNeeded(uses, (position) => toItems(toFeedItem(story(position), site, sizeOf)))
  for (const { topic, positions } of lists) {
    const updated = newestChange(positions.flatMap((position) => stories[position] ?? []))
    const items = positions.map(itemsAt)
    for (const [index, writer] of WRITERS.entries()) {
      const frame = writer.frame(toChannel(site, topic, writer.format, updated))
      const own = items.flatMap((formats) => formats[index] ?? [])
      yield { file: syndicationFile(writer.format, topic?.slug ?? null), bytes: fill(frame, own) }
    }
  }
}

/** One story in each format, as bytes, because it appears in several feeds. */
function toItems(item: FeedItem): Uint8Array[] {
  return WRITERS.map((writer) => Buffer.from(writer.item(item)))
}

function fill({ head, between, foot }: FeedFrame, items: readonly Uint8Array[]): Uint8Array {
  const separator = Buffer.from(between)
  const parts = items.flatMap((item, index) => (index === 0 ? [item] : [separator, item]))
  return Buffer.concat([Buffer.from(head), ...parts, Buffer.from(foot)])
}

/** Calls `make` once for each position in `uses`, and caches the result until its last use. */
function memoizeWhileNeeded<T>(uses: readonly number[], make: (position: number) => T): (position: number) => T {
  const left = new Map<number, number>()
  for (const position of uses) left.set(position, (left.get(position) ?? 0) + 1)
  const cache = new Map<number, T>()
  return (position) => {
    const made = cache.get(position) ?? make(position)
    const more = (left.get(position) ?? 0) - 1
    left.set(position, more)
    if (more > 0) cache.set(position, made)
    else cache.delete(position)
    return made
  }
}

function toChannel(site: PublishedSite, topic: Topic | null, format: FeedFormat, updated: string): Channel {
  return {
    title: documentTitle(topic?.name ?? null, site.title),
    description: wordsFor(site.language).latestStories,
    language: site.language,
    siteTitle: site.title,
    pageUrl: strictUri(absoluteUrl(site.url, topic === null ? feedPath : topicPath(topic.slug))),
    selfUrl: strictUri(absoluteUrl(site.url, syndicationPath(format, topic?.slug ?? null))),
    updated,
    topic,
  }
}
