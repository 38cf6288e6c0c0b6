import { STORIES_PER_COLUMN_FILE } from '../../shared/contract/bundle.ts'
import { dataFiles } from '../../shared/contract/permalinks.ts'
import { payloadKind, type FacetColumn, type ScoreColumn } from '../../shared/search/index-format.ts'
import type { FacetKind } from '../../shared/search/search.ts'
import type { OpenIndex } from './open-index.ts'
import { partPostings, type TermEntry, type TermPart } from './term-index.ts'

/** Keys of which every story that may be counted has at least one. */
export type KeyGroup = readonly TermEntry[]

/** A list of stories to count; what is counted of them is in files of their own. */
export interface CountedList {
  /** The flags of each story. */
  readonly flags: Uint8Array
  readonly facets: (kind: FacetKind) => Promise<FacetColumn>
  readonly heats: () => Promise<ScoreColumn>
}

/** How many stories of a column are about as large as what comes with a payload: the other keys in its file. */
const PAYLOAD_FILE_COST = 3000

/** The lists with a story that has any of these flags. */
export function withFlag(lists: readonly CountedList[], bits: number): CountedList[] {
  return lists.filter(({ flags }) => flags.some((flag) => (flag & bits) !== 0))
}

/**
 * Lists with each story once that has any of the flags `bits`: the stories of the keys of one group, if their payloads
 * are estimated to be smaller than the columns with such a story, and these otherwise.
 */
export function countedLists(index: OpenIndex, flags: Uint8Array, bits: number, groups: readonly KeyGroup[], signal?: AbortSignal): CountedList[] {
  const columns = withFlag(columnLists(index, flags, signal), bits)
  let [lowest, best]: [number, readonly TermPart[] | null] = [columns.length * STORIES_PER_COLUMN_FILE, null]
  for (const group of groups) {
    const cost = payloadCost(index, group, lowest, (position) => ((flags[position] ?? 0) & bits) === bits)
    if (cost !== null) [lowest, best] = [cost, group.flatMap(({ parts }) => parts)]
  }
  return best === null ? columns : payloadLists(index, flags, best, signal)
}

function columnLists({ directory, store }: OpenIndex, flags: Uint8Array, signal?: AbortSignal): CountedList[] {
  return directory.heat.map((heat, at) => ({
    flags: flags.subarray(at * STORIES_PER_COLUMN_FILE, (at + 1) * STORIES_PER_COLUMN_FILE),
    facets: (kind) => store.load('searchFacetColumn', dataFiles.searchFacets(directory.facets[kind].columns[at] ?? ''), signal),
    heats: () => store.load('searchScores', dataFiles.searchHeat(heat), signal),
  }))
}

/**
 * What the payloads of a group cost, in stories of a column; null if one of its keys has none, or from `limit` on. Totals
 * serve only alone, and where all stories of their key pass the whole filter.
 */
function payloadCost({ stories }: OpenIndex, group: KeyGroup, limit: number, passes: (position: number) => boolean): number | null {
  const parts = group.flatMap((entry) => entry.parts)
  // Keys of one file of terms are about in one file of payloads; one more file of each segment names these.
  const files = new Set(parts.flatMap(({ shard, segment }) => [shard, segment]))
  let cost = files.size * PAYLOAD_FILE_COST
  for (const part of parts) {
    const lists = partPostings(part)
    const count = lists.reduce((sum, { length }) => sum + length, 0)
    const kind = payloadKind(part.key, count, stories)
    if (kind === 'each') cost += count
    if (kind === null || cost >= limit) return null
    if (kind === 'totals' && !(group.length === 1 && lists.every((list) => list.every(passes)))) return null
  }
  return cost
}

function payloadLists(index: OpenIndex, flags: Uint8Array, parts: readonly TermPart[], signal?: AbortSignal): CountedList[] {
  const uncounted = flags.slice()
  return parts.map((part): CountedList => {
    const positions = Uint32Array.from(partPostings(part).flatMap((list) => [...list])).sort()
    const own = Uint8Array.from(positions, (position) => uncounted[position] ?? 0)
    // A story may have several keys of the group.
    for (const position of positions) uncounted[position] = 0
    return {
      flags: own,
      facets: async (kind) => (await index.terms.payload(part, signal)).facets(kind),
      heats: async () => (await index.terms.payload(part, signal)).heat,
    }
  })
}
