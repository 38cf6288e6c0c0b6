import { unitsOf } from '../text/code-points.ts'
import { foldAccents } from '../text/fold-accents.ts'

/** Longest readable part of a slug, in code points: keeps file names under 255 bytes in any script. */
const MAX_LENGTH = 60

/** Symbols that distinguish topics ("C", "C++", "C#") and would otherwise vanish. */
const SPELLED_OUT: Readonly<Record<string, string>> = { '+': ' plus ', '#': ' sharp ', '&': ' and ', '@': ' at ' }

/**
 * The readable, URL-safe form of a text: lower case, Latin accents dropped, letters and digits of
 * any script stay, everything else a single `-`. Empty when the text has no letter and no digit.
 */
export function toSlug(text: string): string {
  const spoken = text.slice(0, MAX_LENGTH * 4).replace(/[+#&@]/g, (symbol) => SPELLED_OUT[symbol] ?? ' ')
  const words = foldAccents(spoken)
    .toLowerCase()
    // Variation selectors and the keycap mark, too.
    .replace(/['’]|\u20e3|[\ufe00-\ufe0f]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-|-$/g, '')
  const end = unitsOf(words, MAX_LENGTH)
  if (end === words.length) return words
  const lastBreak = words.slice(0, unitsOf(words, MAX_LENGTH + 1)).lastIndexOf('-')
  return words.slice(0, lastBreak > MAX_LENGTH / 2 ? lastBreak : end)
}

/** Names that Windows reserves for devices: no folder may have one. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/

/** A topic's slug; empty when its name has no letter and no digit. Only a reserved name ends in `-`. */
export function toTopicSlug(name: string): string {
  const slug = toSlug(name)
  return DEVICE.test(slug) ? `${slug}-` : slug
}

/** A story's slug: what a person can read of its title, then the id that finds it. */
export function toStorySlug(title: string, id: string): string {
  const words = toSlug(title)
  return words === '' ? id : `${words}-${id}`
}

/** The id at the end of a story slug; the title part before it may be anything. */
export function storyIdOf(slug: string): string {
  return slug.slice(slug.lastIndexOf('-') + 1)
}

/** The words in a story slug's title part. */
export function titleWordsOf(slug: string): string[] {
  return slug.split('-').slice(0, -1)
}
