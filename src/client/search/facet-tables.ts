import { STORIES_PER_COLUMN_FILE } from '../../shared/contract/bundle.ts'
import { decodeAscending, decodeNumbers } from '../../shared/search/varint.ts'
import type { FacetColumn, FacetName, FacetColumns, IndexDirectory } from '../../shared/search/index-format.ts'
import type { FacetKind } from '../../shared/search/search.ts'
import { dataFiles } from '../../shared/contract/permalinks.ts'
import type { FileStore } from './file-store.ts'

/** All facets of one kind, by number. */
export interface FacetTable {
  readonly names: readonly FacetName[]
  /** How many stories of each have a flag set. */
  tally(flags: Uint8Array, bit: number): Uint32Array
}

export type FacetTables = Readonly<Record<FacetKind, FacetTable>>

/** Loads all facet columns. */
export async function loadFacetTables(directory: IndexDirectory, store: FileStore, signal?: AbortSignal): Promise<FacetTables> {
  const chunks = await Promise.all(directory.columns.map((name) => store.load('searchColumns', dataFiles.searchColumns(name), signal)))
  return { topics: toTable(chunks.map(({ topics }) => topics)), authors: toTable(chunks.map(({ authors = NONE }) => authors)), providers: toProviderTable(chunks) }
}

const NONE: FacetColumn = { names: [], present: '', stories: [] }

/** The stories of one column file, facet by facet. */
interface Chunk {
  /** Numbers of its facets. */
  readonly present: Uint32Array
  /** Index in `stories` at which the stories of each facet end. */
  readonly ends: Uint32Array
  /** Positions, relative to the file's first story. */
  readonly stories: Uint16Array
}

function toTable(columns: readonly FacetColumn[]): FacetTable {
  const names = columns.flatMap((column) => column.names)
  const chunks = columns.map(toChunk)
  return {
    names,
    tally(flags, bit) {
      const counts = new Uint32Array(names.length)
      chunks.forEach(({ present, ends, stories }, chunk) => {
        const own = flags.subarray(chunk * STORIES_PER_COLUMN_FILE)
        let at = 0
        present.forEach((facet, index) => {
          const end = ends[index] ?? 0
          let count = 0
          for (; at < end; at++) if (((own[stories[at] ?? 0] ?? 0) & bit) !== 0) count++
          counts[facet] = (counts[facet] ?? 0) + count
        })
      })
      return counts
    },
  }
}

function toChunk({ present, stories: encoded }: FacetColumn): Chunk {
  const lists = encoded.map(decodeAscending)
  const ends = new Uint32Array(lists.length)
  lists.forEach((list, index) => (ends[index] = (ends[index - 1] ?? 0) + list.length))
  const stories = new Uint16Array(ends.at(-1) ?? 0)
  lists.forEach((list, index) => stories.set(list, ends[index - 1] ?? 0))
  return { present: decodeAscending(present), ends, stories }
}

function toProviderTable(columns: readonly FacetColumns[]): FacetTable {
  const names = columns.flatMap(({ providers }) => providers)
  const chunks = columns.map(({ storyProviders }) => decodeNumbers(storyProviders))
  return {
    names,
    tally(flags, bit) {
      // Index 0 counts stories without a provider.
      const counts = new Uint32Array(names.length + 1)
      chunks.forEach((ofStory, chunk) => {
        const own = flags.subarray(chunk * STORIES_PER_COLUMN_FILE)
        for (let at = 0; at < ofStory.length; at++) {
          const provider = ofStory[at] ?? 0
          if (((own[at] ?? 0) & bit) !== 0) counts[provider] = (counts[provider] ?? 0) + 1
        }
      })
      return counts.subarray(1)
    },
  }
}
