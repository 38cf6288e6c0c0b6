import { foldAccents, isAscii } from './fold-accents.ts'

/** Scripts written without spaces between words. */
export const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** A letter that signs tell from itself ("C++", "C#") stays one word with them. */
const SIGNED = /\+\+|#/
const SIGNED_WORDS = /(?<![\p{L}\p{N}\p{M}])\p{L}(?:\+\+|#)|[\p{L}\p{N}\p{M}]+/gu

/** Longest folded word, in UTF-16 units; what is longer is cut. */
const MAX_WORD = 64

let segmenter: Intl.Segmenter | undefined

/** A text in lower case, without Latin accents, possessives and apostrophes. */
export function foldText(text: string): string {
  const isPossessive = text.includes("'") || text.includes('’')
  const plain = isPossessive ? text.replace(/['’]s?(?![\p{L}\p{N}])/gu, '').replace(/['’]/g, '') : text
  return foldAccents(plain).toLowerCase()
}

/** Runs of letters and digits of a folded text. */
export function splitWords(folded: string): string[] {
  return folded.match(isAscii(folded) ? /[a-z0-9]+/g : /[\p{L}\p{N}\p{M}]+/gu) ?? []
}

/**
 * The words of a text as the search knows them, in reading order: folded, digits kept. Where a
 * script has no spaces, `Intl.Segmenter` finds the words. "C++" and "C#" are words of their own.
 */
export function foldWords(text: string): string[] {
  const folded = foldText(text)
  const words = SIGNED.test(folded) ? (folded.match(SIGNED_WORDS) ?? []) : splitWords(folded)
  if (!UNSPACED.test(folded) && words.every((word) => word.length <= MAX_WORD)) return words
  return words.flatMap((word) => (UNSPACED.test(word) ? segment(word) : word)).map((word) => word.slice(0, MAX_WORD))
}

function segment(word: string): string[] {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'word' })
  return Array.from(segmenter.segment(word)).flatMap((part) => (part.isWordLike === true ? part.segment : []))
}
