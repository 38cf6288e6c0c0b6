import type { StoryImage, StorySummary } from '../contract/bundle.ts'
import { dataUrl } from '../contract/permalinks.ts'
import type { Site } from '../contract/site.ts'

/** Pixels of a drawn preview image: 1.91 to 1, which link previews show large. */
export const PREVIEW_IMAGE_SIZE = { width: 1200, height: 630 } as const

/** Pixels; link previews show a smaller picture as a thumbnail or not at all. */
const SMALLEST = { width: 600, height: 315 } as const

/**
 * Whether a story's own picture can be its preview image: it is a file of this bundle, so that it stays
 * available and its provider learns nothing about users; it isn't known to be small; and its format is
 * one that link previews read, unlike AVIF and SVG.
 */
export function canBePreviewImage(image: StoryImage | null): image is StoryImage {
  return image !== null && !isElsewhere(image) && !/\.(?:avif|svg)$/.test(image.url) && !isSmall(image)
}

function isSmall({ width, height }: StoryImage): boolean {
  return (width ?? SMALLEST.width) < SMALLEST.width || (height ?? SMALLEST.height) < SMALLEST.height
}

/** Whether a picture is hot-linked, not a file of this bundle. */
function isElsewhere({ url }: StoryImage): boolean {
  return /^https?:/i.test(url)
}

/** The picture of a link preview. `url` is absolute; unknown values are null. */
export interface PreviewImage {
  readonly url: string
  readonly type: string | null
  readonly width: number | null
  readonly height: number | null
  readonly alt: string
}

/**
 * The picture of a story's link preview: its own from this bundle, else its drawn one. Both need the site's address.
 * Never one of another host, which would learn who shares what, and may remove it.
 */
export function previewImageOf(site: Site, { title, image }: Pick<StorySummary, 'title' | 'image'>, drawnImage: string | null): PreviewImage | null {
  const alt = image?.caption ?? title
  if (site.url === null) return null
  if (canBePreviewImage(image)) {
    return { url: dataUrl(site.url, image.url), type: null, width: image.width, height: image.height, alt }
  }
  return drawnImage === null ? null : { url: dataUrl(site.url, drawnImage), type: 'image/png', ...PREVIEW_IMAGE_SIZE, alt: title }
}
