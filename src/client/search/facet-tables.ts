import { STORIES_PER_COLUMN_FILE } from '../../shared/contract/bundle.ts'
import { decodeAscending } from '../../shared/search/varint.ts'
import type { FacetColumn, FacetName } from '../../shared/search/index-format.ts'
import type { FacetKind } from '../../shared/search/search.ts'
import { dataFiles } from '../../shared/contract/permalinks.ts'
import type { OpenIndex } from './open-index.ts'

/** All facets of one kind, by number, with how many stories have each. */
export interface FacetTally {
  readonly names: readonly FacetName[]
  readonly counts: Uint32Array
}

/** Counts the facets of the stories that have a flag set. Files without such a story are not fetched. */
export async function tallyFacets({ directory, store }: OpenIndex, kind: FacetKind, flags: Uint8Array, bit: number, signal?: AbortSignal): Promise<FacetTally> {
  const files = directory.facets[kind]
  const flagged = files.columns.map((file, at) => ({ file, flags: flags.subarray(at * STORIES_PER_COLUMN_FILE, (at + 1) * STORIES_PER_COLUMN_FILE) }))
  const [names, columns] = await Promise.all([
    Promise.all(files.names.map((file) => store.load('searchFacetNames', dataFiles.searchFacets(file), signal))),
    Promise.all(
      flagged.map(async ({ file, flags: own }) => {
        const isNeeded = own.some((flag) => (flag & bit) !== 0)
        return isNeeded ? { own, column: decoded(await store.load('searchFacetColumn', dataFiles.searchFacets(file), signal)) } : null
      }),
    ),
  ])
  const all = names.flat()
  const counts = new Uint32Array(all.length)
  for (const found of columns) if (found !== null) addCounts(counts, found.column, found.own, bit)
  return { names: all, counts }
}

/** The stories of one file, facet by facet. */
interface DecodedColumn {
  /** Numbers of its facets. */
  readonly present: Uint32Array
  /** Index in `stories` at which the stories of each facet end. */
  readonly ends: Uint32Array
  /** Positions, relative to the file's first story. */
  readonly stories: Uint16Array
}

function addCounts(counts: Uint32Array, { present, ends, stories }: DecodedColumn, flags: Uint8Array, bit: number): void {
  let at = 0
  present.forEach((facet, index) => {
    const end = ends[index] ?? 0
    let count = 0
    for (; at < end; at++) if (((flags[stories[at] ?? 0] ?? 0) & bit) !== 0) count++
    counts[facet] = (counts[facet] ?? 0) + count
  })
}

/** Columns as they were decoded, for as long as their files are in memory. */
const known = new WeakMap<FacetColumn, DecodedColumn>()

function decoded(column: FacetColumn): DecodedColumn {
  const cached = known.get(column) ?? decode(column)
  known.set(column, cached)
  return cached
}

function decode({ present, stories: encoded }: FacetColumn): DecodedColumn {
  const lists = encoded.map(decodeAscending)
  const ends = new Uint32Array(lists.length)
  lists.forEach((list, index) => (ends[index] = (ends[index - 1] ?? 0) + list.length))
  const stories = new Uint16Array(ends.at(-1) ?? 0)
  lists.forEach((list, index) => stories.set(list, ends[index - 1] ?? 0))
  return { present: decodeAscending(present), ends, stories }
}
