import { UNSPACED } from './normalize-words.ts'

/**
 * Words that resemble a misspelled one are found without reading the whole vocabulary: an edit leaves the first or the
 * last half of a word intact. So every word is listed twice, by its length and first letters and by its length and last
 * letters, and only the ranges that share a half with the misspelled word are read.
 */

/** Shorter words are not corrected: with an edit in them they could be any other. */
const MIN_LETTERS = 3

const START = '<'
const END = '>'

/** Whether a folded word can be misspelled, or be a correction: a word with letters, in a script with spaces. */
export function isSpellable(word: string): boolean {
  return word.length >= MIN_LETTERS && !UNSPACED.test(word) && /\p{L}/u.test(word)
}

/** The two keys a word is listed under. */
export function spellingKeys(word: string): readonly [byStart: string, byEnd: string] {
  const letters = Array.from(word)
  return [keyOf(START, letters.length, letters), keyOf(END, letters.length, letters.reverse())]
}

/** The word of a key. */
export function wordOfKey(key: string): string {
  const letters = Array.from(key.slice(2))
  return (key.startsWith(END) ? letters.reverse() : letters).join('')
}

/** Beginnings of the keys of all words within one edit (or swap of neighbours) of a word, and of many within two. */
export function similarKeys(word: string): string[] {
  const letters = Array.from(word)
  const half = Math.floor((letters.length - 1) / 2)
  const lengths = [letters.length - 1, letters.length, letters.length + 1]
  return [
    ...lengths.map((length) => keyOf(START, length, letters.slice(0, half))),
    ...lengths.map((length) => keyOf(END, length, letters.toReversed().slice(0, half))),
  ]
}

function keyOf(side: string, length: number, letters: readonly string[]): string {
  return side + String.fromCharCode(48 + length) + letters.join('')
}
