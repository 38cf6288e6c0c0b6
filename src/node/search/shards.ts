import type { PlaceShard, TermShard } from '../../shared/search/index-format.ts'
import type { Term } from './terms.ts'

/** Characters of a shard before which it is not cut, and after which it is. */
const LEAST = 8 * 1024
const MOST = 32 * 1024

/**
 * Cuts terms into shards. Where is decided by the keys and sizes nearby alone (content-defined
 * chunking, as of rsync and its successors): a story more moves few cuts, and never all that follow.
 * A term is the likelier to begin a shard the larger it is; a single one may be larger than `MOST`.
 */
export function* cutShards(terms: Iterable<Term>): Generator<readonly Term[]> {
  let [shard, size]: [Term[], number] = [[], 0]
  for (const term of terms) {
    const own = sizeOf(term)
    if (shard.length > 0 && ((size >= LEAST && mayBegin(term.key, own)) || size + own > MOST)) {
      yield shard
      ;[shard, size] = [[], 0]
    }
    shard.push(term)
    size += own
  }
  if (shard.length > 0) yield shard
}

/** A shard without its places' name, and its places. */
export function toShard(terms: readonly Term[]): { readonly shard: Omit<TermShard, 'places'>; readonly places: PlaceShard } {
  return {
    shard: {
      keys: terms.map(({ key }) => key),
      stories: terms.map(({ stories }) => stories),
      forms: terms.flatMap(({ forms }, at) => (forms === null ? [] : [[at, forms] as const])),
      names: terms.flatMap(({ name }, at) => (name === null ? [] : [[at, name] as const])),
    },
    places: terms.map((term) => term.places),
  }
}

function sizeOf({ key, stories, forms, name }: Term): number {
  return key.length + stories.length + (name?.length ?? 0) + 6 + (forms ?? []).reduce((sum, form) => sum + form.length + 3, 0)
}

/** Whether a hash of the key says so; its size counts in whole powers of two, so that one story more seldom matters. */
function mayBegin(key: string, size: number): boolean {
  const weight = 2 ** Math.floor(Math.log2(size))
  return hashOf(key) < (weight / LEAST) * 2 ** 32
}

/** FNV-1a with the finaliser of MurmurHash3, 32 bits. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

