import { decodeAscending, decodeNumbers } from '../../shared/search/varint.ts'
import type { FacetColumn, IndexDirectory, ScoreColumn, TermSegment, TermShard } from '../../shared/search/index-format.ts'
import type { FacetKind } from '../../shared/search/search.ts'
import { dataFiles } from '../../shared/contract/permalinks.ts'
import { UnreadableFile } from '../data/network/fetch-bundle.ts'
import type { FileStore } from './file-store.ts'
import { KeyShards, type KeyEntry } from './key-shards.ts'

/** A key of the index, in each segment that has it, the oldest first. */
export interface TermEntry {
  readonly key: string
  readonly parts: readonly TermPart[]
}

/** A key of one segment. */
export interface TermPart extends KeyEntry<TermShard> {
  readonly segment: TermSegment
}

/** The terms of an index. */
export class TermIndex {
  readonly #store: FileStore
  readonly #segments: readonly { readonly segment: TermSegment; readonly shards: KeyShards<TermShard> }[]

  constructor({ segments }: IndexDirectory, store: FileStore) {
    this.#store = store
    this.#segments = segments.map((segment) => ({
      segment,
      shards: new KeyShards(segment.firstKeys, (shard, signal) => store.load('searchTerms', dataFiles.searchTerms(segment.terms[shard] ?? ''), signal)),
    }))
  }

  /** The entry of a key; null when there is none. */
  async lookUp(key: string, signal?: AbortSignal): Promise<TermEntry | null> {
    const parts = await Promise.all(this.#segments.map(async ({ segment, shards }) => ({ segment, entry: await shards.lookUp(key, signal) })))
    const found = parts.flatMap(({ segment, entry }) => (entry === null ? [] : { ...entry, segment }))
    return found.length === 0 ? null : { key, parts: found }
  }

  /** The entries of all keys that begin with a text. */
  async withPrefix(prefix: string, signal?: AbortSignal): Promise<TermEntry[]> {
    const found = await Promise.all(this.#segments.map(async ({ segment, shards }) => (await shards.withPrefix(prefix, signal)).map((entry) => ({ ...entry, segment }))))
    const entries = new Map<string, TermPart[]>()
    for (const part of found.flat()) entries.set(part.key, [...(entries.get(part.key) ?? []), part])
    return Array.from(entries, ([key, parts]) => ({ key, parts }))
  }

  /** What is counted of the stories that have a key. Fails with `UnreadableFile` where the index has none; `payloadKind` says whether it should. */
  async payload({ segment, key }: TermPart, signal?: AbortSignal): Promise<{ readonly facets: (kind: FacetKind) => FacetColumn; readonly heat: ScoreColumn }> {
    const { firstKeys, shards } = await this.#store.load('searchShards', dataFiles.searchPayloads(segment.payloads ?? ''), signal)
    const files = new KeyShards(firstKeys, (shard, shardSignal) => this.#store.load('searchPayloads', dataFiles.searchPayloads(shards[shard] ?? ''), shardSignal))
    const found = await files.lookUp(key, signal)
    if (found === null) throw new UnreadableFile(`There is no payload of ${key}.`)
    const { shard, at } = found
    return { facets: (kind) => shard[kind][at] ?? ['', ''], heat: shard.heat[at] ?? '' }
  }

  /** Where stories contain a word, encoded as in `WordPositionShard`. */
  async wordPositions({ parts }: TermEntry, signal?: AbortSignal): Promise<string> {
    const load = (name: string) => this.#store.load('searchWordPositions', dataFiles.searchWordPositions(name), signal)
    const found = await Promise.all(
      parts.map(async ({ segment, number, at }) => {
        const names = await load(segment.wordPositions)
        return (await load(names[number] ?? ''))[at] ?? ''
      }),
    )
    return found.join('')
  }
}

/** The words that have a key as their stem. A shard does not list the key if that is the only one: `isOwnStem` says whether it is. */
export function wordForms({ key, parts }: TermEntry, isOwnStem: boolean): string[] {
  return [...new Set(parts.flatMap(({ shard, at }) => shard.forms.find(([stem]) => stem === at)?.[1] ?? (isOwnStem ? [key] : [])))]
}

/** The name of a topic or provider. */
export function facetName({ key, parts }: TermEntry): string {
  const names = parts.flatMap(({ shard, at }) => shard.names.find(([index]) => index === at)?.[1] ?? [])
  return names[0] ?? key.slice(1)
}

/** Positions of the stories that have a key, one list for each of `FIELDS` by the best one; topics and providers have only the first list. */
export function postingsOf({ parts }: TermEntry): Uint32Array[] {
  const lists: Uint32Array[] = []
  for (const part of parts) {
    partPostings(part).forEach((positions, field) => {
      lists[field] = lists[field] === undefined ? positions : concat(lists[field], positions)
    })
  }
  return lists
}

/** The same of one segment. */
export function partPostings({ shard, at, segment }: TermPart): Uint32Array[] {
  return (shard.stories[at] ?? '').split('.').map((encoded) => {
    const positions = decodeAscending(encoded)
    return segment.from > 0 ? positions.map((position) => position + segment.from) : positions
  })
}

function concat(first: Uint32Array, second: Uint32Array): Uint32Array {
  const both = new Uint32Array(first.length + second.length)
  both.set(first)
  both.set(second, first.length)
  return both
}

/** For each story of the first of its postings: the word's position in the title, and the title's length class. */
export function titlesOf({ parts }: TermEntry): Uint32Array {
  return decodeNumbers(parts.map(({ shard, at }) => shard.titles[at] ?? '').join(''))
}
