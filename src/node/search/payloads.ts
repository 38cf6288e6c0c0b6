import { payloadKind, type FacetColumn, type PayloadShard, type ScoreColumn } from '../../shared/search/index-format.ts'
import { decodeAscending } from '../../shared/search/varint.ts'
import type { FacetKind } from '../../shared/search/search.ts'
import { toFacetColumn, toScoreColumn, toTotalsColumn, type NumberedFacets } from './facet-columns.ts'
import { cutShards } from './shards.ts'
import type { Term } from './terms.ts'

/** Smallest and largest size of a payload shard, in characters: a count reads one for most words. */
const MIN_SIZE = 16 * 1024
const MAX_SIZE = 64 * 1024

/** What is counted of stories, oldest first. */
export interface CountedStories {
  readonly facets: Readonly<Record<FacetKind, NumberedFacets>>
  readonly heats: readonly number[]
}

/** The payload of a key. */
export interface Payload extends Readonly<Record<FacetKind, FacetColumn>> {
  readonly key: string
  readonly heat: ScoreColumn
  /** In characters. */
  readonly size: number
}

/** The payload of a term of the stories from `from` on; null if it has none. */
export function toPayload({ key, count, stories }: Term, from: number, { facets, heats }: CountedStories): Payload | null {
  const kind = count === 0 ? null : payloadKind(key, count, heats.length)
  if (kind === null) return null
  const toColumn = kind === 'each' ? toFacetColumn : toTotalsColumn
  const positions = stories.split('.').flatMap((list) => Array.from(decodeAscending(list), (position) => from + position)).sort((a, b) => a - b)
  const column = ({ ofStories }: NumberedFacets) => toColumn(positions.map((position) => ofStories[position] ?? []))
  const columns = { topics: column(facets.topics), providers: column(facets.providers), authors: column(facets.authors) }
  const ownHeats = positions.map((position) => heats[position] ?? 0)
  const heat = toScoreColumn(kind === 'each' ? ownHeats : ownHeats.sort((a, b) => a - b))
  const size = key.length + Object.values(columns).flat().join().length + String(heat).length
  return { key, ...columns, heat, size }
}

/** Cuts payloads, in the order of their keys, into shards. */
export function* cutPayloads(payloads: Iterable<Payload>): Generator<PayloadShard> {
  for (const shard of cutShards(payloads, MIN_SIZE, MAX_SIZE)) {
    yield {
      keys: shard.map(({ key }) => key),
      topics: shard.map(({ topics }) => topics),
      providers: shard.map(({ providers }) => providers),
      authors: shard.map(({ authors }) => authors),
      heat: shard.map(({ heat }) => heat),
    }
  }
}
