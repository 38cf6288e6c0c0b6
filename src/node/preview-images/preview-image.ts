import { hash } from 'node:crypto'
import type { Provider, StorySummary, Topic } from '../../shared/contract/bundle.ts'
import { coverStyle, type CoverStyle } from '../../shared/feed/cover.ts'
import type { Formats } from '../../shared/text/dates.ts'
import { canBePreviewImage } from '../../shared/meta/preview-image.ts'
import type { PreviewImagesSetting } from '../config/options.ts'

/** Most stories for which `auto` draws images; 1,000 images take two cores half a minute, once. */
export const AUTO_LIMIT = 1000

/** What an image is drawn from. */
export interface PreviewedStory extends Pick<StorySummary, 'id' | 'title' | 'published' | 'image'> {
  readonly provider: Provider | null
  readonly topics: readonly Topic[]
  /** BCP 47 tag of the story's language; null when unknown. It decides the shapes of Han characters. */
  readonly language: string | null
}

/** Everything drawn on an image; equal objects are equal pictures. Texts are plain, empty for none. */
export interface PreviewImage {
  readonly headline: string
  readonly topic: string
  readonly provider: string
  readonly date: string
  readonly site: string
  readonly language: string
  readonly look: CoverStyle
}

/** Longest headline, in code points: more would not fit at any size. */
const MAX_HEADLINE = 220
const MAX_NAME = 60

/** Whether a site with so many stories gets images. */
export function drawsPreviewImages(setting: PreviewImagesSetting, stories: number): boolean {
  return setting === 'auto' ? stories <= AUTO_LIMIT : setting === 'on'
}

/** The image of a story; null when its own picture is suitable. */
export function toPreviewImage({ title, image, topics, provider, published, language }: PreviewedStory, site: string, formats: Formats): PreviewImage | null {
  if (canBePreviewImage(image)) return null
  return {
    headline: drawable(title, MAX_HEADLINE),
    topic: drawable(topics[0]?.name ?? '', MAX_NAME),
    provider: drawable(provider?.name ?? '', MAX_NAME),
    date: drawable(formats.date(published), MAX_NAME),
    site: drawable(site, MAX_NAME),
    language: language ?? '',
    look: coverStyle(topics[0], provider),
  }
}

/** Hash of what is on an image, as 16 hexadecimal digits. */
export function hashOfImage(image: PreviewImage): string {
  return hash('sha256', JSON.stringify(image), 'hex').slice(0, 16)
}

/** Emoji and sequences of them, which no font here draws. Signs of text that may be one, as © or ♥, are none. */
const EMOJI =
  /\p{Extended_Pictographic}[\ufe0f\p{Emoji_Modifier}]*(?:\u200d\p{Extended_Pictographic}[\ufe0f\p{Emoji_Modifier}]*)+|\p{Emoji_Presentation}|(?=[\u{10000}-\u{10ffff}])\p{Extended_Pictographic}/gu

/** What isn't seen, or would turn the text around it, and what only the writer's own font has. */
const UNSEEN = /(?![\u200c\u200d])[\p{Variation_Selector}\p{Cc}\p{Cf}\p{Co}\p{Cs}\u20e3]/gu

/** Joiners shape Persian and Indic words, so between letters they stay. */
const STRAY_JOINERS = /(?<![\p{L}\p{M}])[\u200c\u200d]+|[\u200c\u200d]+(?![\p{L}\p{M}])/gu

function drawable(text: string, longest: number): string {
  const shown = text.normalize('NFC').replace(EMOJI, ' ').replace(/\s+/g, ' ').replace(UNSEEN, '').replace(STRAY_JOINERS, '')
  // Fonts seldom have these hyphens.
  const points = Array.from(shown.replace(/[\u2010\u2011]/g, '-').replace(/ +/g, ' ').trim())
  return points.length <= longest ? points.join('') : `${points.slice(0, longest).join('').trimEnd()}…`
}
