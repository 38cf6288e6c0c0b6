import { distance } from 'fastest-levenshtein'
import { decodeNumbers } from '../../shared/search/varint.ts'
import { isSpellable, similarKeys, wordOfKey } from '../../shared/search/spelling.ts'
import { transpositions } from '../../shared/text/transpositions.ts'
import { dataFiles } from '../../shared/contract/permalinks.ts'
import { KeyShards } from './key-shards.ts'
import type { OpenIndex } from './open-index.ts'

/** Similar words considered for one misspelled word, at most. */
const MAX_SIMILAR = 8

/** A word of the index that resembles a misspelled one. */
export interface SimilarWord {
  readonly word: string
  /** Letters left out, added, replaced or swapped with their neighbour. */
  readonly edits: number
  /** How many stories contain it, as the exponent of a power of two. */
  readonly frequency: number
}

/** Words within one edit of a short word, two of a word of five letters or more: fewest edits first, then the more frequent. */
export async function similarWords(index: OpenIndex, misspelled: string, signal?: AbortSignal): Promise<SimilarWord[]> {
  if (!isSpellable(misspelled)) return []
  const { firstKeys, shards } = await index.store.load('searchShards', dataFiles.searchSpelling(index.directory.spelling), signal)
  const spellings = new KeyShards(firstKeys, (shard, shardSignal) => index.store.load('searchSpellingShard', dataFiles.searchSpelling(shards[shard] ?? ''), shardSignal))
  const entries = (await Promise.all(similarKeys(misspelled).map((prefix) => spellings.withPrefix(prefix, signal)))).flat()
  const frequencies = new Map([...new Set(entries.map(({ shard }) => shard))].map((shard) => [shard, decodeNumbers(shard.frequencies)]))
  const words = new Map(entries.map(({ key, shard, at }) => [wordOfKey(key), frequencies.get(shard)?.[at] ?? 0]))
  const limit = misspelled.length <= 4 ? 1 : 2
  const swapped = transpositions(misspelled)
  return Array.from(words, ([word, frequency]) => ({ word, frequency, edits: swapped.has(word) ? 1 : distance(word, misspelled) }))
    .filter(({ edits }) => edits > 0 && edits <= limit)
    .sort((a, b) => a.edits - b.edits || b.frequency - a.frequency || (a.word < b.word ? -1 : 1))
    .slice(0, MAX_SIMILAR)
}
