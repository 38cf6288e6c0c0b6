import { foldAccents, isAscii } from '../text/fold-accents.ts'

/** Scripts written without spaces between words. */
export const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** Signs that stay part of a one-letter word: "C++", "C#". */
const HAS_SIGNED_LETTER = /\+\+|#/
const SIGNED_WORDS = /(?<![\p{L}\p{N}\p{M}])\p{L}(?:\+\+|#)|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu

/** Longest folded word, in UTF-16 units; longer ones are cut. */
const MAX_WORD_LENGTH = 64

let segmenter: Intl.Segmenter | undefined

/** Letters that are also written as others, without being an accented form of them. */
const EQUIVALENT_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss', ı: 'i', ł: 'l', ø: 'o', đ: 'd', ð: 'd', ħ: 'h', þ: 'th', æ: 'ae', œ: 'oe', ς: 'σ', ё: 'е', أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا',
}

/** Greek capitals are written without accents. */
const GREEK_ACCENTS = /(\p{Script=Greek})\p{M}+/gu

/** Format characters, variation selectors, and the vowel marks that Arabic and Hebrew usually leave out. U+200C stays, because it distinguishes words. */
const IGNORED = /(?!\u200c)\p{Cf}|[\u05b0-\u05bd]|[\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]|\u0640|[\u064b-\u0652]|\u0670|\u20e3|\p{Variation_Selector}/gu

/** Elided articles before a word in French and Italian: "l’", "dell’". */
const ELIDED_ARTICLES = /(?<![\p{L}\p{N}'’ʼ])([cdjlmnst]|qu|[dn]ell|all|sull)['’ʼ](?=\p{L})/giu

/** A text in lower case, without accents, possessives and apostrophes. */
export function foldText(text: string): string {
  const hasApostrophe = /['’ʼ׳]/.test(text)
  const plain = hasApostrophe ? text.replace(ELIDED_ARTICLES, '$1 ').replace(/['’ʼ]s?(?![\p{L}\p{N}])/giu, '').replace(/['’ʼ׳]/g, '') : text
  if (isAscii(plain)) return plain.toLowerCase()
  const visible = plain.replace(/[™℠]/g, ' ').replace(IGNORED, '')
  // Folding can decompose a character into one that is ignored.
  const folded = foldAccents(visible).replace(IGNORED, '').toLowerCase()
  const bare = /\p{Script=Greek}/u.test(folded) ? folded.normalize('NFD').replace(GREEK_ACCENTS, '$1').normalize('NFC') : folded
  return bare.replace(/[ßıłøđðħþæœςёأإآٱ]/g, (letter) => EQUIVALENT_LETTERS[letter] ?? letter)
}

/** Runs of letters and digits of a folded text. */
export function splitWords(folded: string): string[] {
  return folded.match(isAscii(folded) ? /[a-z0-9]+/g : /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? []
}

/**
 * The words of a text as they are indexed, in reading order: folded, digits included. In a script without
 * spaces, `Intl.Segmenter` finds the words. "C++" and "C#" are single words.
 */
export function foldWords(text: string): string[] {
  const folded = foldText(text)
  const words = HAS_SIGNED_LETTER.test(folded) ? (folded.match(SIGNED_WORDS) ?? []) : splitWords(folded)
  if (!UNSPACED.test(folded) && words.every((word) => word.length <= MAX_WORD_LENGTH)) return words
  return words.flatMap((word) => (UNSPACED.test(word) ? segment(word) : word)).map((word) => word.slice(0, MAX_WORD_LENGTH))
}

function segment(word: string): string[] {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'word' })
  return Array.from(segmenter.segment(word)).flatMap((part) => (part.isWordLike === true ? part.segment : []))
}
