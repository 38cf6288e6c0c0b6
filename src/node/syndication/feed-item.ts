import type { Provider, StoryImage, Topic } from '../../shared/contract/bundle.ts'
import { absoluteUrl, storyPath } from '../../shared/contract/permalinks.ts'
import { strictUri } from '../../shared/meta/strict-uri.ts'
import { wordsFor } from '../../shared/words/words-for.ts'
import { feedContent } from './feed-content.ts'
import { imageType } from './media-type.ts'
import type { PublishedSite, SyndicatedStory } from './types.ts'
import type { Syndicated } from './syndicate.ts'

/** Most pictures and most links to coverage that an item names. */
const MAX_IMAGES = 10
const MAX_COVERAGE = 10

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

/** A story as a feed of `site` tells it; `sizeOf` as `Syndicated` has it. */
export function toFeedItem(story: SyndicatedStory, site: PublishedSite, sizeOf: Syndicated['sizeOf']): FeedItem {
  const words = wordsFor(site.language)
  const { id, title, published, updated, language, provider, topics, video } = story
  const toImage = (image: StoryImage): FeedImage => {
    // A picture beside its seed has a path of this site.
    const isElsewhere = URL.canParse(image.url)
    const url = strictUri(isElsewhere ? image.url : site.url + image.url)
    return { ...image, url, type: imageType(url), size: isElsewhere ? null : sizeOf(image.url) }
  }
  const coverage = story.related.flatMap(({ title, slug, url, provider, reason }): FeedLink[] => {
    const address = slug === null ? url : absoluteUrl(site.url, storyPath(slug))
    return reason.kind !== 'coverage' || address === null ? [] : [{ title, url: strictUri(address), from: provider?.name ?? null }]
  })
  const item = {
    id: `tag:newsfold,2026:story/${id}`,
    url: strictUri(absoluteUrl(site.url, storyPath(story.slug))),
    originalUrl: story.originalUrl === null ? null : strictUri(story.originalUrl),
    title,
    summary: story.fullExcerpt,
    published,
    updated,
    language,
    provider,
    topics,
    images: story.images.slice(0, MAX_IMAGES).map(toImage),
    video: video === null ? null : { title: words.video, url: strictUri(video.url), from: null },
    playerUrl: video?.playerUrl ?? null,
    coverage: coverage.slice(0, MAX_COVERAGE),
  }
  return { ...item, html: feedContent(item, story.bodyHtml, words) }
}
