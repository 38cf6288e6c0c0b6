import type { StoryImage } from '../../shared/contract/bundle.ts'
import { absoluteUrl, storyPath } from '../../shared/contract/permalinks.ts'
import { strictUri } from '../../shared/meta/strict-uri.ts'
import { wordsFor } from '../../shared/words/words-for.ts'
import { feedContent } from './feed-content.ts'
import { imageMediaType } from './media-type.ts'
import type { FeedImage, FeedItem, FeedLink } from './feed-format.ts'
import type { PublishedSite, Syndicated, SyndicatedStory } from './types.ts'

/** Most pictures and most links to coverage of an item. */
const MAX_IMAGES = 10
const MAX_COVERAGE = 10

/** A story as an item of a feed of `site`; `sizeOf` as `Syndicated` has it. */
export function toFeedItem(story: SyndicatedStory, site: PublishedSite, sizeOf: Syndicated['sizeOf']): FeedItem {
  const words = wordsFor(site.language)
  const { id, title, published, updated, language, provider, authors, topics, video } = story
  const toImage = (image: StoryImage): FeedImage => {
    // A picture from the seeds folder has a path on this site.
    const isElsewhere = URL.canParse(image.url)
    const url = strictUri(isElsewhere ? image.url : site.url + image.url)
    return { ...image, url, type: imageMediaType(url), size: isElsewhere ? null : sizeOf(image.url) }
  }
  const coverage = story.related.flatMap(({ title, slug, url, provider, reason }): FeedLink[] => {
    const address = slug === null ? url : absoluteUrl(site.url, storyPath(slug))
    return reason.kind !== 'coverage' || address === null ? [] : [{ title, url: strictUri(address), from: provider }]
  })
  const item = {
    id: `tag:newsfold,2026:story/${id}`,
    url: strictUri(absoluteUrl(site.url, storyPath(story.slug))),
    originalUrl: story.originalUrl === null ? null : strictUri(story.originalUrl),
    title,
    summary: story.fullExcerpt ?? story.excerpt,
    published,
    updated,
    language,
    provider,
    authors,
    topics,
    images: story.images.slice(0, MAX_IMAGES).map(toImage),
    video: video === null ? null : { title: words.video, url: strictUri(video.url), from: null },
    playerUrl: video?.playerUrl ?? null,
    coverage: coverage.slice(0, MAX_COVERAGE),
  }
  return { ...item, html: feedContent(item, toAbsolute(story.bodyHtml, site), words) }
}

/** The copies of a picture in a body; readers show the picture itself. */
const COPIES = /<source type="image\/avif" srcset="[^"]*" sizes="[^"]*">|(?<=<img src="[^"]*") srcset="[^"]*" sizes="[^"]*"/g

/** A body with absolute addresses: those of its own images and of other stories start at the story's page. */
function toAbsolute(bodyHtml: string | null, site: PublishedSite): string | null {
  const toUrl = (path: string) => new URL(path, absoluteUrl(site.url, storyPath('story'))).href
  return bodyHtml?.replace(COPIES, '').replace(/ (src|href)="(\.\.\/[^"]*)"/g, (_, name: string, path: string) => ` ${name}="${toUrl(path)}"`) ?? null
}
