import { CHUNK_SIZE } from '../../shared/bundle.ts'
import { decodeAscending } from '../../shared/find-codec.ts'
import type { FacetColumn, FindColumns, FindDirectory } from '../../shared/find-format.ts'
import { dataFiles } from '../../shared/permalinks.ts'
import type { FileStore } from './file-store.ts'

/** All topics, or all providers, with their stories. */
export interface FacetTable {
  /** Slug or domain, and name, by number. */
  readonly facets: readonly (readonly [key: string, name: string])[]
  readonly chunks: readonly FacetChunk[]
}

/** The stories of one chunk, facet by facet. */
interface FacetChunk {
  /** Numbers of the facets. */
  readonly present: Uint32Array
  /** Where each one's part of `stories` ends. */
  readonly ends: Uint32Array
  /** Counted from the chunk's first. */
  readonly stories: Uint16Array
}

export interface FacetTables {
  readonly topics: FacetTable
  readonly providers: FacetTable
}

/** Loads every chunk of columns. */
export async function loadFacetTables(directory: FindDirectory, store: FileStore, signal?: AbortSignal): Promise<FacetTables> {
  const chunks = await Promise.all(directory.columns.map((name) => store.load<FindColumns>(dataFiles.findColumns(name), signal)))
  return { topics: toTable(chunks.map(({ topics }) => topics)), providers: toTable(chunks.map(({ providers }) => providers)) }
}

/** Stories of each facet, by its number, whose flags have a bit set. */
export function tally({ facets, chunks }: FacetTable, flags: Uint8Array, bit: number): Uint32Array {
  const counts = new Uint32Array(facets.length)
  chunks.forEach(({ present, ends, stories }, chunk) => {
    const own = flags.subarray(chunk * CHUNK_SIZE)
    let at = 0
    present.forEach((facet, index) => {
      const end = ends[index] ?? 0
      let count = 0
      for (; at < end; at++) if (((own[stories[at] ?? 0] ?? 0) & bit) !== 0) count++
      counts[facet] = (counts[facet] ?? 0) + count
    })
  })
  return counts
}

function toTable(columns: readonly FacetColumn[]): FacetTable {
  return { facets: columns.flatMap(({ added }) => added), chunks: columns.map(toChunk) }
}

function toChunk({ present, stories }: FacetColumn): FacetChunk {
  const lists = stories.map(decodeAscending)
  const ends = new Uint32Array(lists.length)
  lists.forEach((list, index) => (ends[index] = (ends[index - 1] ?? 0) + list.length))
  const all = new Uint16Array(ends.at(-1) ?? 0)
  lists.forEach((list, index) => all.set(list, ends[index - 1] ?? 0))
  return { present: decodeAscending(present), ends, stories: all }
}
