/** Longest readable part of a slug, in code points: keeps file names under 255 bytes in any script. */
const MAX_LENGTH = 60

/** Signs that tell two topics apart ("C", "C++", "C#") would otherwise vanish. */
const SPOKEN: Readonly<Record<string, string>> = { '+': ' plus ', '#': ' sharp ', '&': ' and ', '@': ' at ' }

/**
 * The readable, URL-safe form of a text: lower case, Latin accents dropped, letters and digits of
 * any script kept, everything else a single `-`. Empty when the text has no letter and no digit.
 */
export function toSlug(text: string): string {
  const words = text
    .slice(0, MAX_LENGTH * 4)
    .replace(/[+#&@]/g, (sign) => SPOKEN[sign] ?? ' ')
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  const points = Array.from(words)
  if (points.length <= MAX_LENGTH) return words
  const cut = points.slice(0, MAX_LENGTH + 1).join('')
  const lastBreak = cut.lastIndexOf('-')
  return lastBreak > MAX_LENGTH / 2 ? cut.slice(0, lastBreak) : points.slice(0, MAX_LENGTH).join('')
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
