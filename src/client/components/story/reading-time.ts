/** Words, and characters of scripts without spaces, that a person reads in a minute. */
const WORDS = 230
const CHARACTERS = 450

/** Minutes to read a body, rounded up. */
export function minutesToRead(html: string): number {
  const text = html.replace(/<[^>]*>/g, ' ')
  const unspaced = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0
  const words = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  return Math.max(1, Math.ceil((unspaced > words ? 0 : words / WORDS) + unspaced / CHARACTERS))
}
