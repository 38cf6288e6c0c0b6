import type { StoryImage, StorySummary } from '../contract/bundle.ts'
import { dataUrl } from '../contract/permalinks.ts'
import type { Site } from '../contract/site.ts'
import { strictUri } from './strict-uri.ts'

/** Pixels of a drawn card, and of what Open Graph readers show large: 1.91 to 1. */
export const PREVIEW_IMAGE_SIZE = { width: 1200, height: 630 } as const

/** Pixels; link previews show a smaller picture as a thumbnail or not at all. */
const SMALLEST = { width: 600, height: 315 } as const

/**
 * Whether a story's own picture can stand in its link preview: it lies in this bundle, so that it is
 * there for years and its provider learns nothing of readers; it isn't known to be small; and it is of
 * a kind that previews read, which AVIF isn't.
 */
export function canBePreviewImage(image: StoryImage | null): image is StoryImage {
  return image !== null && !isElsewhere(image) && !image.url.endsWith('.avif') && !isSmall(image)
}

function isSmall({ width, height }: StoryImage): boolean {
  return (width ?? SMALLEST.width) < SMALLEST.width || (height ?? SMALLEST.height) < SMALLEST.height
}

/** Whether a picture is hot-linked, not a file of this bundle. */
function isElsewhere({ url }: StoryImage): boolean {
  return /^https?:/i.test(url)
}

/** The picture of a link preview. `url` is absolute; null is what isn't known. */
export interface PreviewImage {
  readonly url: string
  readonly type: string | null
  readonly width: number | null
  readonly height: number | null
  readonly alt: string
  /** Whether it may be shown across the preview's whole width. */
  readonly isLarge: boolean
}

/**
 * The picture of a story's link preview: its own where that lies here, else its card, else its own from
 * elsewhere. Files of this bundle need the site's address; without it they can't be named.
 */
export function previewImageOf(site: Site, { title, image }: Pick<StorySummary, 'title' | 'image'>, card: string | null): PreviewImage | null {
  const alt = image?.caption ?? title
  if (canBePreviewImage(image) && site.url !== null) {
    return { url: dataUrl(site.url, image.url), type: null, width: image.width, height: image.height, alt, isLarge: true }
  }
  if (card !== null && site.url !== null) {
    return { url: dataUrl(site.url, card), type: 'image/png', ...PREVIEW_IMAGE_SIZE, alt: title, isLarge: true }
  }
  if (image === null || !isElsewhere(image)) return null
  return { url: strictUri(image.url), type: null, width: image.width, height: image.height, alt, isLarge: !isSmall(image) }
}
