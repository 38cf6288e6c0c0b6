import type { FeedItem } from './feed-format.ts'
import { element, textElement } from './xml.ts'

/** Pictures and video of an item as Media RSS: https://www.rssboard.org/media-rss */
export function mediaElements({ images, video, playerUrl }: FeedItem): string[] {
  const pictures = images.map(({ url, type, width, height, caption, attribution }) =>
    element(
      'media:content',
      { url, type, medium: 'image', width, height },
      textElement('media:title', caption),
      textElement('media:credit', attribution),
    ),
  )
  const [lead] = images
  if (lead !== undefined) pictures.push(element('media:thumbnail', { url: lead.url, width: lead.width, height: lead.height }))
  if (video !== null) pictures.push(element('media:content', { medium: 'video' }, element('media:player', { url: playerUrl ?? video.url })))
  return pictures
}
