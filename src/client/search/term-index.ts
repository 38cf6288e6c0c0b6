import { decodeAscending, decodeNumbers } from '../../shared/search/varint.ts'
import type { IndexDirectory, WordPositionShard, TermShard } from '../../shared/search/index-format.ts'
import { dataFiles } from '../../shared/contract/permalinks.ts'
import type { FileStore } from './file-store.ts'

/** A key found in a term shard. */
export interface TermEntry {
  readonly key: string
  readonly shard: TermShard
  /** Index of the key in its shard. */
  readonly at: number
}

/** Looks up keys, fetching only the shards that contain them. */
export class TermIndex {
  readonly #directory: IndexDirectory
  readonly #store: FileStore

  constructor(directory: IndexDirectory, store: FileStore) {
    this.#directory = directory
    this.#store = store
  }

  /** The entry of a key; null when no story has it. */
  async lookUp(key: string, signal?: AbortSignal): Promise<TermEntry | null> {
    const at = this.#shardOf(key)
    if (at < 0) return null
    const shard = await this.#load(at, signal)
    const found = lowerBound(shard.keys, key)
    return shard.keys[found] === key ? { key, shard, at: found } : null
  }

  /** The entries of all keys that begin with a text. */
  async withPrefix(prefix: string, signal?: AbortSignal): Promise<TermEntry[]> {
    const { firstKeys } = this.#directory
    const first = Math.max(0, this.#shardOf(prefix))
    let end = first + 1
    while (firstKeys[end]?.startsWith(prefix) === true) end++
    const shards = await Promise.all(firstKeys.slice(first, end).map((_, index) => this.#load(first + index, signal)))
    return shards.flatMap((shard) => {
      const from = lowerBound(shard.keys, prefix)
      let to = from
      while (shard.keys[to]?.startsWith(prefix) === true) to++
      return shard.keys.slice(from, to).map((key, index): TermEntry => ({ key, shard, at: from + index }))
    })
  }

  /** Where stories contain a word, encoded as in `WordPositionShard`. */
  async wordPositions({ shard, at }: TermEntry, signal?: AbortSignal): Promise<string> {
    const positions = await this.#store.load<WordPositionShard>(dataFiles.searchWordPositions(shard.wordPositions), signal)
    return positions[at] ?? ''
  }

  #shardOf(key: string): number {
    const at = lowerBound(this.#directory.firstKeys, key)
    return this.#directory.firstKeys[at] === key ? at : at - 1
  }

  #load(shard: number, signal?: AbortSignal): Promise<TermShard> {
    return this.#store.load<TermShard>(dataFiles.searchTerms(this.#directory.terms[shard] ?? ''), signal)
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

/** Index of the first key that is not before `key`. */
function lowerBound(keys: readonly string[], key: string): number {
  let [from, to] = [0, keys.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((keys[middle] ?? '') < key) from = middle + 1
    else to = middle
  }
  return from
}
