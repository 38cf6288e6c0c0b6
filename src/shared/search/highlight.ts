import type { Highlights } from './search.ts'
import { foldWords, UNSPACED } from './normalize-words.ts'

/** A word with its apostrophes, signs and joiners: "Tesla’s", "C++", "می‌خواهد". */
const WORDS = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}]*(?:['’ʼ׳][\p{L}\p{N}\p{M}\p{Cf}]+)*(?:\+\+|#)?/gu

let segmenter: Intl.Segmenter | undefined

/**
 * Splits a text at the words to highlight: parts with an odd index are highlighted; joined, all parts
 * are the text. Words are folded as in the index.
 */
export function splitAtHighlights(text: string, { words, prefixes }: Highlights): string[] {
  if (words.length + prefixes.length === 0) return [text]
  const known = new Set(words)
  const parts: string[] = []
  let done = 0
  for (const { word, at } of wordsOf(text)) {
    const isHighlighted = foldWords(word).some((folded) => known.has(folded) || prefixes.some((prefix) => folded.startsWith(prefix)))
    if (!isHighlighted) continue
    parts.push(text.slice(done, at), word)
    done = at + word.length
  }
  return [...parts, text.slice(done)]
}

function wordsOf(text: string): { word: string; at: number }[] {
  return Array.from(text.matchAll(WORDS)).flatMap(({ 0: word, index }) => {
    if (!UNSPACED.test(word)) return { word, at: index }
    segmenter ??= new Intl.Segmenter('en', { granularity: 'word' })
    return Array.from(segmenter.segment(word), (part) => ({ word: part.segment, at: index + part.index }))
  })
}
