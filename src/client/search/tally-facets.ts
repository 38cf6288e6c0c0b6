import { decodeAscending } from '../../shared/search/varint.ts'
import type { FacetColumn, FacetName } from '../../shared/search/index-format.ts'
import type { FacetKind } from '../../shared/search/search.ts'
import { dataFiles } from '../../shared/contract/permalinks.ts'
import { toTopicSlug } from '../../shared/contract/slug.ts'
import { withFlag, type CountedList } from './counted-lists.ts'
import type { OpenIndex } from './open-index.ts'

/** All facets of one kind, by number, with how many stories have each. */
export interface FacetTally {
  readonly names: readonly (readonly [key: string, name: string])[]
  readonly counts: Uint32Array
}

/** Counts the facets of the stories that have a flag set. Files without such a story are not fetched. */
export async function tallyFacets({ directory, store }: OpenIndex, kind: FacetKind, lists: readonly CountedList[], bit: number, signal?: AbortSignal): Promise<FacetTally> {
  const [names, columns] = await Promise.all([
    Promise.all(directory.facets[kind].names.map((file) => store.load('searchFacetNames', dataFiles.searchFacets(file), signal))),
    Promise.all(withFlag(lists, bit).map(async (list) => ({ flags: list.flags, column: decoded(await list.facets(kind)) }))),
  ])
  const all = names.flatMap(withKeys)
  const counts = new Uint32Array(all.length)
  for (const { column, flags } of columns) addCounts(counts, column, flags, bit)
  return { names: all, counts }
}

/** Names of facets with their keys, for as long as their files are in memory. */
const knownNames = new WeakMap<readonly FacetName[], FacetTally['names']>()

function withKeys(names: readonly FacetName[]): FacetTally['names'] {
  const cached = knownNames.get(names) ?? names.map((name) => (typeof name === 'string' ? ([toTopicSlug(name), name] as const) : name))
  knownNames.set(names, cached)
  return cached
}

/** The stories of a list, facet by facet. */
interface DecodedColumn {
  /** Numbers of its facets. */
  readonly present: Uint32Array
  /** Index in `stories` at which the stories of each facet end. */
  readonly ends: Uint32Array
  /** Indexes in the list. */
  readonly stories: Uint32Array
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

function decode([facets, encoded]: FacetColumn): DecodedColumn {
  const present = decodeAscending(facets)
  const lists = present.length === 0 ? [] : encoded.split('.').map(decodeAscending)
  const ends = new Uint32Array(lists.length)
  lists.forEach((list, index) => (ends[index] = (ends[index - 1] ?? 0) + list.length))
  const stories = new Uint32Array(ends.at(-1) ?? 0)
  lists.forEach((list, index) => stories.set(list, ends[index - 1] ?? 0))
  return { present, ends, stories }
}
