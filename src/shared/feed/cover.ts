import type { Provider, Topic } from '../contract/bundle.ts'

/** Hues of preview images and of placeholders for pictures that failed, in degrees of OKLCH. */
export const COVER_HUES = [20, 45, 145, 165, 190, 215, 240, 262, 285, 310, 335, 0] as const

const PATTERNS = 6

/** How a preview image without a picture looks. */
export interface CoverStyle {
  /** Index in `COVER_HUES`. */
  readonly hue: number
  /** Number of its pattern, 0 to 5. */
  readonly pattern: number
}

/** The style of a story: its hue by topic, its pattern by provider. The same for every build. */
export function coverStyle(topic: Topic | undefined, provider: Provider | null): CoverStyle {
  return { hue: hueOf(topic), pattern: hash(provider?.domain ?? '') % PATTERNS }
}

/** Index of a topic's hue in `COVER_HUES`. */
export function hueOf(topic: Topic | undefined): number {
  return hash(topic?.slug ?? '') % COVER_HUES.length
}

/** FNV-1a, 32 bit (Fowler, Noll, Vo). */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (const char of text) value = Math.imul(value ^ (char.codePointAt(0) ?? 0), 0x01000193)
  return value >>> 0
}
