import type { StoryImage } from './bundle.ts'

/** Pixels of a drawn card, and of what Open Graph readers show large: 1.91 to 1. */
export const CARD_SIZE = { width: 1200, height: 630 } as const

/** Pixels; link previews show a smaller picture as a thumbnail or not at all. */
const SMALLEST = { width: 600, height: 315 } as const

/**
 * Whether a story's own picture can stand in its link preview: it lies in this bundle, so that it is
 * there for years and its provider learns nothing of readers; it isn't known to be small; and it is of
 * a kind that previews read, which AVIF isn't.
 */
export function isUnfurlImage(image: StoryImage | null): image is StoryImage {
  if (image === null || isElsewhere(image) || image.url.endsWith('.avif')) return false
  return (image.width ?? SMALLEST.width) >= SMALLEST.width && (image.height ?? SMALLEST.height) >= SMALLEST.height
}

/** Whether a picture is hot-linked, not a file of this bundle. */
export function isElsewhere({ url }: StoryImage): boolean {
  return /^https?:/i.test(url)
}
