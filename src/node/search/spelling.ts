import type { SpellingShard } from '../../shared/search/index-format.ts'
import { isSpellable, spellingKeys, wordOfKey } from '../../shared/search/spelling.ts'
import { encodeNumbers } from '../../shared/search/varint.ts'
import { cutShards } from './shards.ts'

/** Smallest and largest size of a shard, in characters: a correction reads up to six. */
const MIN_SIZE = 4 * 1024
const MAX_SIZE = 16 * 1024

/** The spelling data of each word, however rare, by the number of stories that contain it. */
export function* cutSpellings(frequencies: ReadonlyMap<string, number>): Generator<SpellingShard> {
  const exponents = new Map<string, number>()
  for (const [word, stories] of frequencies) {
    // The exponent instead of the number, so that one more story seldom changes a shard.
    if (isSpellable(word)) exponents.set(word, 31 - Math.clz32(stories))
  }
  const keys = [...exponents.keys()].flatMap(spellingKeys).sort()
  const terms = keys.map((key) => ({ key, size: key.length + 4 }))
  for (const shard of cutShards(terms, MIN_SIZE, MAX_SIZE)) {
    yield { keys: shard.map(({ key }) => key), frequencies: encodeNumbers(shard.map(({ key }) => exponents.get(wordOfKey(key)) ?? 0)) }
  }
}
