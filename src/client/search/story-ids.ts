import { dataFiles } from '../../shared/contract/permalinks.ts'
import { STORY_ID_LENGTH, storyKey } from '../../shared/contract/story-key.ts'
import type { IndexDirectory } from '../../shared/search/index-format.ts'
import type { FileStore } from './file-store.ts'

/** The ids of all stories. */
export interface StoryIds {
  readonly idAt: (position: number) => string
  /** The keys of all stories in ascending order, */
  readonly keys: Float64Array
  /** and the position of each. */
  readonly positions: Uint32Array
}

/** Loads the ids of all stories. */
export async function loadStoryIds(directory: IndexDirectory, store: FileStore, signal?: AbortSignal): Promise<StoryIds> {
  const ids = (await Promise.all(directory.ids.map((name) => store.load('searchIds', dataFiles.searchIds(name), signal)))).join('')
  const idAt = (position: number) => ids.slice(position * STORY_ID_LENGTH, (position + 1) * STORY_ID_LENGTH)
  const byPosition = Float64Array.from({ length: directory.stories }, (_, position) => storyKey(idAt(position)) ?? -1)
  const positions = Uint32Array.from(byPosition.keys()).sort((a, b) => (byPosition[a] ?? 0) - (byPosition[b] ?? 0))
  return { idAt, keys: Float64Array.from(positions, (position) => byPosition[position] ?? 0), positions }
}

/** 1 for each story that has one of these keys, given in ascending order: one pass over both lists. */
export function flagKeys({ keys, positions }: StoryIds, read: Float64Array): Uint8Array {
  const flags = new Uint8Array(positions.length)
  let at = 0
  positions.forEach((position, rank) => {
    const key = keys[rank] ?? 0
    while (at < read.length && (read[at] ?? 0) < key) at++
    if (read[at] === key) flags[position] = 1
  })
  return flags
}
