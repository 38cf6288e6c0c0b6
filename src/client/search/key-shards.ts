/** A key found in a shard. */
export interface KeyEntry<Shard> {
  readonly key: string
  readonly shard: Shard
  /** Index of the shard. */
  readonly number: number
  /** Index of the key in its shard. */
  readonly at: number
}

/** Sorted keys in several files, of which only those are loaded that contain what is looked up. */
export class KeyShards<Shard extends { readonly keys: readonly string[] }> {
  readonly #firstKeys: readonly string[]
  readonly #load: (shard: number, signal?: AbortSignal) => Promise<Shard>

  /** `firstKeys` has the first key of each shard. */
  constructor(firstKeys: readonly string[], load: (shard: number, signal?: AbortSignal) => Promise<Shard>) {
    this.#firstKeys = firstKeys
    this.#load = load
  }

  /** The entry of a key; null when there is none. */
  async lookUp(key: string, signal?: AbortSignal): Promise<KeyEntry<Shard> | null> {
    const number = this.#shardOf(key)
    if (number < 0) return null
    const shard = await this.#load(number, signal)
    const at = lowerBound(shard.keys, key)
    return shard.keys[at] === key ? { key, shard, number, at } : null
  }

  /** The entries of all keys that begin with a text. */
  async withPrefix(prefix: string, signal?: AbortSignal): Promise<KeyEntry<Shard>[]> {
    const first = Math.max(0, this.#shardOf(prefix))
    let end = first + 1
    while (this.#firstKeys[end]?.startsWith(prefix) === true) end++
    const shards = await Promise.all(this.#firstKeys.slice(first, end).map((_, index) => this.#load(first + index, signal)))
    return shards.flatMap((shard, index) => {
      const from = lowerBound(shard.keys, prefix)
      let to = from
      while (shard.keys[to]?.startsWith(prefix) === true) to++
      return shard.keys.slice(from, to).map((key, offset) => ({ key, shard, number: first + index, at: from + offset }))
    })
  }

  #shardOf(key: string): number {
    const at = lowerBound(this.#firstKeys, key)
    return this.#firstKeys[at] === key ? at : at - 1
  }
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
