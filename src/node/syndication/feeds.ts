import type { Topic } from '../../shared/contract/bundle.ts'
import { documentTitle } from '../../shared/meta/page-meta.ts'
import { absoluteUrl, feedPath, syndicationFile, syndicationPath, topicPath } from '../../shared/contract/permalinks.ts'
import type { FeedFormat } from '../../shared/contract/permalinks.ts'
import { strictUri } from '../../shared/meta/strict-uri.ts'
import { wordsFor } from '../../shared/words/words-for.ts'
import type { TopicList } from '../stories/topics-and-counts.ts'
import { atom } from './atom.ts'
import { toFeedItem } from './feed-item.ts'
import type { Channel, FeedWriter } from './feed-format.ts'
import { jsonFeed } from './json-feed.ts'
import { rss } from './rss.ts'
import { newestChange, textFile } from './types.ts'
import type { DatedStory, PublishedSite, SiteFile, Syndicated, SyndicatedStory } from './types.ts'

/**
 * Our own generators, because those of feedsmith 3.0.1 need about four times the CPU: they write a story again for
 * each topic's feed. All feeds of 10,000 stories with 5,000 topics take 2.5 to 4.6 CPU seconds, with feedsmith 12.3 to
 * 14.8 (alternating runs on one machine). feedsmith also indents CDATA sections, which adds white space to addresses.
 */
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
  const itemsAt = memoizeWhileNeeded(uses, (position) => toFeedItem(story(position), site, sizeOf))
  for (const { topic, positions } of lists) {
    const updated = newestChange(positions.flatMap((position) => stories[position] ?? []))
    const items = positions.map(itemsAt)
    for (const writer of WRITERS) {
      const channel = toChannel(site, topic, writer.format, updated)
      yield textFile(syndicationFile(writer.format, topic?.slug ?? null), writer.feed(channel, items))
    }
  }
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
    description: (topic === null ? site.description : undefined) ?? wordsFor(site.language).latestStories,
    language: site.language,
    siteTitle: site.title,
    pageUrl: strictUri(absoluteUrl(site.url, topic === null ? feedPath : topicPath(topic.slug))),
    selfUrl: strictUri(absoluteUrl(site.url, syndicationPath(format, topic?.slug ?? null))),
    updated,
    topic,
  }
}
