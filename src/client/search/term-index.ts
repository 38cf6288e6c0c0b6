import { decodeAscending } from '../../shared/search/varint.ts'
import type { FindDirectory, PlaceShard, TermShard } from '../../shared/search/index-format.ts'
import { dataFiles } from '../../shared/contract/permalinks.ts'
import type { FileStore } from './file-store.ts'

/** What a term shard says of one key. */
export interface Entry {
  readonly key: string
  readonly shard: TermShard
  /** Place of the key in its shard. */
  readonly at: number
}

/** Looks keys up, fetching no more than the shards they are in. */
export class TermIndex {
  readonly #directory: FindDirectory
  readonly #store: FileStore

  constructor(directory: FindDirectory, store: FileStore) {
    this.#directory = directory
    this.#store = store
  }

  /** What is told of a key; null when no story has it. */
  async entry(key: string, signal?: AbortSignal): Promise<Entry | null> {
    const at = this.#shardOf(key)
    if (at < 0) return null
    const shard = await this.#load(at, signal)
    const place = lowerBound(shard.keys, key)
    return shard.keys[place] === key ? { key, shard, at: place } : null
  }

  /** Every key that begins with a text. */
  async beginning(prefix: string, signal?: AbortSignal): Promise<Entry[]> {
    const { firstKeys } = this.#directory
    const first = Math.max(0, this.#shardOf(prefix))
    let end = first + 1
    while (firstKeys[end]?.startsWith(prefix) === true) end++
    const shards = await Promise.all(firstKeys.slice(first, end).map((_, index) => this.#load(first + index, signal)))
    return shards.flatMap((shard) => {
      const from = lowerBound(shard.keys, prefix)
      let to = from
      while (shard.keys[to]?.startsWith(prefix) === true) to++
      return shard.keys.slice(from, to).map((key, index): Entry => ({ key, shard, at: from + index }))
    })
  }

  /** Where stories hold a word, as its shard's places say. */
  async places({ shard, at }: Entry, signal?: AbortSignal): Promise<string> {
    const places = await this.#store.load<PlaceShard>(dataFiles.findPlaces(shard.places), signal)
    return places[at] ?? ''
  }

  #shardOf(key: string): number {
    const at = lowerBound(this.#directory.firstKeys, key)
    return this.#directory.firstKeys[at] === key ? at : at - 1
  }

  #load(shard: number, signal?: AbortSignal): Promise<TermShard> {
    return this.#store.load<TermShard>(dataFiles.findTerms(this.#directory.terms[shard] ?? ''), signal)
  }
}

/** The words that have a key as their stem, where the shard lists them. */
export function formsOf({ shard, at }: Entry): readonly string[] | null {
  return shard.forms.find(([key]) => key === at)?.[1] ?? null
}

/** What a topic or provider is called. */
export function nameOf({ shard, at, key }: Entry): string {
  return shard.names.find(([place]) => place === at)?.[1] ?? key.slice(1)
}

/** Positions of the stories that have an entry, for each of `FIELDS` that says so best; a topic or provider has them in the first. */
export function positionsOf({ shard, at }: Entry): Uint32Array[] {
  return (shard.stories[at] ?? '').split('.').map(decodeAscending)
}

/** Place of the first key that is not before `key`. */
function lowerBound(keys: readonly string[], key: string): number {
  let [from, to] = [0, keys.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((keys[middle] ?? '') < key) from = middle + 1
    else to = middle
  }
  return from
}
