import { hash } from 'node:crypto'
import type { Provider, StorySummary, Topic } from '../../shared/contract/bundle.ts'
import { coverStyle } from '../../shared/feed/cover.ts'
import type { CoverStyle } from '../../shared/feed/cover.ts'
import type { Formats } from '../../shared/text/dates.ts'
import { canBePreviewImage } from '../../shared/meta/preview-image.ts'
import type { CardsSetting } from '../config/options.ts'

/** Up to so many stories get cards unasked; 1,000 cards take two cores half a minute, once. */
export const AUTO_CARDS = 1000

/** What a card is drawn from. */
export interface CardStory extends Pick<StorySummary, 'id' | 'title' | 'published' | 'image'> {
  readonly provider: Provider | null
  readonly topics: readonly Topic[]
  /** BCP 47 tag of the story's language; null when not told. It decides the shapes of Han characters. */
  readonly language: string | null
}

/** All that is drawn on a card; equal cards are equal pictures. Texts are plain, empty for none. */
export interface Card {
  readonly headline: string
  readonly topic: string
  readonly provider: string
  readonly date: string
  readonly site: string
  readonly language: string
  readonly look: CoverStyle
}

/** Longest headline taken over, in code points: more would not fit at any size. */
const MAX_HEADLINE = 220
const MAX_NAME = 60

/** Whether a reader with so many stories gets cards. */
export function drawsCards(setting: CardsSetting, stories: number): boolean {
  return setting === 'auto' ? stories <= AUTO_CARDS : setting === 'on'
}

/** The card of a story; null when its own picture does as well. */
export function toCard({ title, image, topics, provider, published, language }: CardStory, site: string, formats: Formats): Card | null {
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

/** Hash of what is on a card, as 16 hexadecimal digits. */
export function hashOfCard(card: Card): string {
  return hash('sha256', JSON.stringify(card), 'hex').slice(0, 16)
}

/** Emoji and sequences of them, which no font here draws. Signs of text that may be one, as © or ♥, are none. */
const EMOJI =
  /\p{Extended_Pictographic}[\ufe0f\p{Emoji_Modifier}]*(?:\u200d\p{Extended_Pictographic}[\ufe0f\p{Emoji_Modifier}]*)+|\p{Emoji_Presentation}|(?=[\u{10000}-\u{10ffff}])\p{Extended_Pictographic}/gu

/** What isn't seen, or would turn the text around it, and what only the writer's own font has. */
const UNSEEN = /(?![\u200c\u200d])[\p{Variation_Selector}\p{Cc}\p{Cf}\p{Co}\p{Cs}\u20e3]/gu

/** Joiners shape Persian and Indic words, so between letters they stay. */
const STRAY_JOINERS = /(?<![\p{L}\p{M}])[\u200c\u200d]+|[\u200c\u200d]+(?![\p{L}\p{M}])/gu

function drawable(text: string, longest: number): string {
  const kept = text.normalize('NFC').replace(EMOJI, ' ').replace(/\s+/g, ' ').replace(UNSEEN, '').replace(STRAY_JOINERS, '')
  // Hyphens that fonts seldom hold.
  const points = Array.from(kept.replace(/[\u2010\u2011]/g, '-').replace(/ +/g, ' ').trim())
  return points.length <= longest ? points.join('') : `${points.slice(0, longest).join('').trimEnd()}…`
}
