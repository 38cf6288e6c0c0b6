import { decodeAscending, decodeNumbers } from '../../shared/search/varint.ts'
import type { IndexDirectory, TermShard } from '../../shared/search/index-format.ts'
import { dataFiles } from '../../shared/contract/permalinks.ts'
import type { FileStore } from './file-store.ts'
import { KeyShards, type KeyEntry } from './key-shards.ts'

/** A key found in a term shard. */
export type TermEntry = KeyEntry<TermShard>

/** The terms of an index. */
export class TermIndex extends KeyShards<TermShard> {
  readonly #store: FileStore

  constructor({ firstKeys, terms }: IndexDirectory, store: FileStore) {
    super(firstKeys, (shard, signal) => store.load('searchTerms', dataFiles.searchTerms(terms[shard] ?? ''), signal))
    this.#store = store
  }

  /** Where stories contain a word, encoded as in `WordPositionShard`. */
  async wordPositions({ shard, at }: TermEntry, signal?: AbortSignal): Promise<string> {
    const positions = await this.#store.load('searchWordPositions', dataFiles.searchWordPositions(shard.wordPositions), signal)
    return positions[at] ?? ''
  }
}

/** The words that have a key as their stem; null when the shard lists none. */
export function wordForms({ shard, at }: TermEntry): readonly string[] | null {
  return shard.forms.find(([key]) => key === at)?.[1] ?? null
}

/** The name of a topic or provider. */
export function facetName({ shard, at, key }: TermEntry): string {
  return shard.names.find(([index]) => index === at)?.[1] ?? key.slice(1)
}

/** Positions of the stories that have a key, one list for each of `FIELDS` by the best one; topics and providers have only the first list. */
export function postingsOf({ shard, at }: TermEntry): Uint32Array[] {
  return (shard.stories[at] ?? '').split('.').map(decodeAscending)
}

/** For each story of the first of its postings: the word's position in the title, and the title's length class. */
export function titlesOf({ shard, at }: TermEntry): Uint32Array {
  return decodeNumbers(shard.titles[at] ?? '')
}
