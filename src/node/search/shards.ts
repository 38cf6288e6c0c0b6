import type { WordPositionShard, TermShard } from '../../shared/search/index-format.ts'
import type { Term } from './terms.ts'

/** Smallest and largest size of a term shard, in characters. */
const MIN_SIZE = 8 * 1024
const MAX_SIZE = 32 * 1024

/** Something with a key that goes into a shard. */
interface Sized {
  readonly key: string
  /** In characters. */
  readonly size: number
}

/** Cuts terms into shards. */
export function cutTerms(terms: Iterable<Term>): Generator<readonly (Term & Sized)[]> {
  return cutShards(withSizes(terms), MIN_SIZE, MAX_SIZE)
}

/**
 * Cuts sorted items into shards by content-defined chunking, as rsync does: cuts depend only on the keys and sizes
 * nearby, so that one more story moves few of them. The larger an item, the likelier it begins a
 * shard; a single item may be larger than `maxSize`.
 */
export function* cutShards<T extends Sized>(items: Iterable<T>, minSize: number, maxSize: number): Generator<readonly T[]> {
  let [shard, size]: [T[], number] = [[], 0]
  for (const item of items) {
    if (shard.length > 0 && ((size >= minSize && canBeginShard(item, minSize)) || size + item.size > maxSize)) {
      yield shard
      ;[shard, size] = [[], 0]
    }
    shard.push(item)
    size += item.size
  }
  if (shard.length > 0) yield shard
}

/** A shard, and its word positions. */
export function toShard(terms: readonly Term[]): { readonly shard: TermShard; readonly wordPositions: WordPositionShard } {
  return {
    shard: {
      keys: terms.map(({ key }) => key),
      stories: terms.map(({ stories }) => stories),
      titles: terms.map(({ titles }) => titles),
      forms: terms.flatMap(({ forms }, at) => (forms === null ? [] : [[at, forms] as const])),
      names: terms.flatMap(({ name }, at) => (name === null ? [] : [[at, name] as const])),
    },
    wordPositions: terms.map(({ wordPositions }) => wordPositions),
  }
}

function* withSizes(terms: Iterable<Term>): Generator<Term & Sized> {
  for (const term of terms) yield { ...term, size: sizeOf(term) }
}

function sizeOf({ key, stories, titles, forms, name }: Term): number {
  return key.length + stories.length + titles.length + (name?.length ?? 0) + 9 + (forms ?? []).reduce((sum, form) => sum + form.length + 3, 0)
}

/** Decided by a hash of the key; the size is rounded to a power of two, so that one more story seldom matters. */
function canBeginShard({ key, size }: Sized, minSize: number): boolean {
  const weight = 2 ** Math.floor(Math.log2(size))
  return hashOf(key) < (weight / minSize) * 2 ** 32
}

/** FNV-1a with the finaliser of MurmurHash3, 32 bits. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
