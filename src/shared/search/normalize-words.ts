import { foldAccents, isAscii } from '../text/fold-accents.ts'

/** Scripts written without spaces between words. */
export const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** A letter that signs tell from itself ("C++", "C#") stays one word with them. */
const SIGNED = /\+\+|#/
const SIGNED_WORDS = /(?<![\p{L}\p{N}\p{M}])\p{L}(?:\+\+|#)|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu

/** Longest folded word, in UTF-16 units; what is longer is cut. */
const MAX_WORD = 64

let segmenter: Intl.Segmenter | undefined

/** Letters that are written as others too: with no accent that could be taken off, or one that is left out as often. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss', ı: 'i', ł: 'l', ø: 'o', đ: 'd', ð: 'd', ħ: 'h', þ: 'th', æ: 'ae', œ: 'oe', ς: 'σ', ё: 'е', أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا',
}

/** Greek in capitals is written without accents. */
const GREEK_ACCENTS = /(\p{Script=Greek})\p{M}+/gu

/** What says how a sign looks, where a word may break, or how it is spoken: Arabic and Hebrew are mostly written without. U+200C tells words apart. */
const UNSAID = /(?!\u200c)\p{Cf}|[\u05b0-\u05bd]|[\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]|\u0640|[\u064b-\u0652]|\u0670|\u20e3|\p{Variation_Selector}/gu

/** Articles that lean on the next word in French and Italian. */
const LEANING = /(?<![\p{L}\p{N}'’ʼ])([cdjlmnst]|qu|[dn]ell|all|sull)['’ʼ](?=\p{L})/giu

/** A text in lower case, without accents, possessives and apostrophes. */
export function foldText(text: string): string {
  const hasApostrophe = /['’ʼ׳]/.test(text)
  const plain = hasApostrophe ? text.replace(LEANING, '$1 ').replace(/['’ʼ]s?(?![\p{L}\p{N}])/giu, '').replace(/['’ʼ׳]/g, '') : text
  if (isAscii(plain)) return plain.toLowerCase()
  const said = plain.replace(/[™℠]/g, ' ').replace(UNSAID, '')
  // Some of what is unsaid comes out only where a sign of two is taken apart.
  const folded = foldAccents(said).replace(UNSAID, '').toLowerCase()
  const bare = /\p{Script=Greek}/u.test(folded) ? folded.normalize('NFD').replace(GREEK_ACCENTS, '$1').normalize('NFC') : folded
  return bare.replace(/[ßıłøđðħþæœςёأإآٱ]/g, (letter) => PLAIN[letter] ?? letter)
}

/** Runs of letters and digits of a folded text. */
export function splitWords(folded: string): string[] {
  return folded.match(isAscii(folded) ? /[a-z0-9]+/g : /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? []
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
