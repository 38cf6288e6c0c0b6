import type { Topic } from '../../shared/contract/bundle.ts'
import { documentTitle } from '../../shared/meta/document-title.ts'
import { absoluteUrl, feedFile, feedFilePath, feedPath, threadPath, topicPath, type FeedFormat } from '../../shared/contract/permalinks.ts'
import { strictUri } from '../../shared/meta/strict-uri.ts'
import { countValues } from '../lib/collections.ts'
import { atom } from './atom.ts'
import { toFeedItem } from './feed-item.ts'
import type { Channel, FeedItem, FeedWriter } from './feed-format.ts'
import { jsonFeed } from './json-feed.ts'
import { rss } from './rss.ts'
import { newestChange, textFile, type PublishedSite, type SiteFile, type Syndicated } from './types.ts'
import { wordsFor } from '../../shared/words/words-for.ts'
import { pageWords } from '../../shared/words/pages.ts'

/**
 * Our own generators, because those of feedsmith 3.0.1 need about four times the CPU: they write a story again for
 * each topic's feed. All feeds of 10,000 stories with 5,000 topics take 2.5 to 4.6 CPU seconds, with feedsmith 12.3 to
 * 14.8 (alternating runs on one machine). feedsmith also indents CDATA sections, which adds white space to addresses.
 */
const WRITERS: readonly FeedWriter[] = [rss, atom, jsonFeed]

/** Stories in the whole site's feed, the newest, and in one of a topic or thread: a new story writes all of its topics' feeds again. */
const SITE_FEED_LENGTH = 50
const FEED_LENGTH = 20

/** A list of stories with feeds of its own. */
interface FeedList {
  /** Permalink of the page that lists the same stories. */
  readonly page: string
  readonly name: string | null
  readonly topic: Topic | null
  /** Newest first. */
  readonly positions: readonly number[]
}

/** Every feed of stories in every format: the whole site's, then each topic's and each thread's. */
export function* toFeeds(site: PublishedSite, { stories, story, topicLists, threads, sizeOf }: Pick<Syndicated, 'stories' | 'story' | 'topicLists' | 'threads' | 'sizeOf'>): Generator<SiteFile> {
  const newest = (positions: readonly number[], length = FEED_LENGTH) => positions.slice(-length).reverse()
  const lists: FeedList[] = [
    { page: feedPath, name: null, topic: null, positions: newest([...stories.keys()], SITE_FEED_LENGTH) },
    ...topicLists.map(([topic, positions]) => ({ page: topicPath(topic.slug), name: topic.name, topic, positions: newest(positions) })),
    ...threads.map(({ slug, title, positions }) => ({ page: threadPath(slug), name: pageWords.threadTitle(title), topic: null, positions: newest(positions) })),
  ]
  const uses = lists.flatMap(({ positions }) => positions)
  const itemsAt = memoizeWhileNeeded(uses, (position) => toFeedItem(story(position), site, sizeOf))
  for (const list of lists) {
    const updated = newestChange(list.positions.flatMap((position) => stories[position] ?? []))
    yield* writeFeeds(site, { ...list, updated }, list.positions.map(itemsAt))
  }
}

/** The files of one list in every format. */
export function* writeFeeds(site: PublishedSite, list: Pick<FeedList, 'page' | 'name' | 'topic'> & Pick<Channel, 'updated'>, items: readonly FeedItem[]): Generator<SiteFile> {
  for (const writer of WRITERS) yield textFile(feedFile(writer.format, list.page), writer.feed(toChannel(site, list, writer.format), items))
}

/** Calls `make` once for each position in `uses`, and caches the result until its last use. */
function memoizeWhileNeeded<T>(uses: readonly number[], make: (position: number) => T): (position: number) => T {
  const left = countValues(uses)
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

function toChannel(site: PublishedSite, { page, name, topic, updated }: Parameters<typeof writeFeeds>[1], format: FeedFormat): Channel {
  return {
    title: documentTitle(name, site.title),
    description: (page === feedPath ? site.description : undefined) ?? wordsFor(site.language).latestStories,
    language: site.language,
    siteTitle: site.title,
    pageUrl: strictUri(absoluteUrl(site.url, page)),
    selfUrl: strictUri(absoluteUrl(site.url, feedFilePath(format, page))),
    updated,
    topic,
  }
}
