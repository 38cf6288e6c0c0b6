import { distance } from 'fastest-levenshtein'
import { decodeNumbers } from '../../shared/search/varint.ts'
import type { SpellingList } from '../../shared/search/index-format.ts'
import { UNSPACED } from '../../shared/search/normalize-words.ts'
import { dataFiles } from '../../shared/contract/permalinks.ts'
import type { OpenIndex } from './open-index.ts'

/** Shorter words are not corrected: with an edit in them they could be any other. */
const MIN_LETTERS = 3

/** Corrections suggested for one word at most. */
const MAX_SUGGESTIONS = 3

/** For each unknown word the most similar known ones, best first; null when one has none. */
export async function suggestSpellings(
  index: OpenIndex,
  unknown: readonly string[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, readonly string[]> | null> {
  const { words, stories } = await index.store.load<SpellingList>(dataFiles.searchSpelling(index.directory.spelling), signal)
  const frequencies = decodeNumbers(stories)
  const suggestions = new Map<string, readonly string[]>()
  for (const word of unknown) {
    const similar = similarWords(word, words, frequencies)
    if (similar.length === 0) return null
    suggestions.set(word, similar)
  }
  return suggestions
}

/** Known words within one edit of a short word, two of a word of five letters or more; fewest edits first, then the more frequent. */
function similarWords(unknown: string, words: readonly string[], frequencies: Uint32Array): string[] {
  if (unknown.length < MIN_LETTERS || UNSPACED.test(unknown)) return []
  const limit = unknown.length <= 4 ? 1 : 2
  const transposed = transpositions(unknown)
  return words
    .map((word, at) => {
      const isFar = Math.abs(word.length - unknown.length) > limit
      return { word, edits: isFar ? Infinity : transposed.has(word) ? 1 : distance(word, unknown), frequency: frequencies[at] ?? 0 }
    })
    .filter(({ edits }) => edits > 0 && edits <= limit)
    .sort((a, b) => a.edits - b.edits || b.frequency - a.frequency)
    .slice(0, MAX_SUGGESTIONS)
    .map(({ word }) => word)
}

/** The word with each pair of adjacent letters swapped: counted as one edit. */
function transpositions(word: string): ReadonlySet<string> {
  const letters = Array.from(word)
  return new Set(letters.slice(1).map((letter, at) => [...letters.slice(0, at), letter, letters[at], ...letters.slice(at + 2)].join('')))
}
