import { distance } from 'fastest-levenshtein'
import { decodeNumbers } from '../../shared/search/varint.ts'
import type { FindSpelling } from '../../shared/search/index-format.ts'
import { UNSPACED } from '../../shared/search/normalize-words.ts'
import { dataFiles } from '../../shared/contract/permalinks.ts'
import type { OpenIndex } from './open-index.ts'

/** Letters of the shortest word that is taken for another. */
const LEAST = 3

/** Nearest words that are offered for one. */
const OFFERED = 3

/** For each word no story holds, the nearest ones that stories do hold, best first; null when one has none. */
export async function nearestSpellings(
  index: OpenIndex,
  unknown: readonly string[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, readonly string[]> | null> {
  const { words, stories } = await index.store.load<FindSpelling>(dataFiles.findSpelling(index.directory.spelling), signal)
  const frequencies = decodeNumbers(stories)
  const nearest = new Map<string, readonly string[]>()
  for (const word of unknown) {
    const near = nearestWords(word, words, frequencies)
    if (near.length === 0) return null
    nearest.set(word, near)
  }
  return nearest
}

/** One slip is taken for a slip in a short word, two in one of five letters or more; of equally near words the more frequent. */
function nearestWords(sought: string, words: readonly string[], frequencies: Uint32Array): string[] {
  // With a slip in them, words of two letters are any others; and signs that are words by themselves are no slips.
  if (sought.length < LEAST || UNSPACED.test(sought)) return []
  const limit = sought.length <= 4 ? 1 : 2
  const swapped = swappedNeighbours(sought)
  return words
    .map((word, at) => {
      const isFar = Math.abs(word.length - sought.length) > limit
      return { word, slips: isFar ? Infinity : swapped.has(word) ? 1 : distance(word, sought), frequency: frequencies[at] ?? 0 }
    })
    .filter(({ slips }) => slips > 0 && slips <= limit)
    .sort((a, b) => a.slips - b.slips || b.frequency - a.frequency)
    .slice(0, OFFERED)
    .map(({ word }) => word)
}

/** The word with two neighbouring letters swapped, each pair in turn: one slip, though two edits. */
function swappedNeighbours(word: string): ReadonlySet<string> {
  const letters = Array.from(word)
  return new Set(letters.slice(1).map((letter, at) => [...letters.slice(0, at), letter, letters[at], ...letters.slice(at + 2)].join('')))
}
