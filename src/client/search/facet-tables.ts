import { STORIES_PER_COLUMN_FILE } from '../../shared/contract/bundle.ts'
import { decodeAscending, decodeNumbers } from '../../shared/search/varint.ts'
import type { FacetName, FacetColumns, IndexDirectory } from '../../shared/search/index-format.ts'
import { dataFiles } from '../../shared/contract/permalinks.ts'
import type { FileStore } from './file-store.ts'

/** All topics, or all providers, by number. */
export interface FacetTable {
  readonly names: readonly FacetName[]
  /** How many stories of each have a flag set. */
  tally(flags: Uint8Array, bit: number): Uint32Array
}

export interface FacetTables {
  readonly topics: FacetTable
  readonly providers: FacetTable
}

/** Loads all facet columns. */
export async function loadFacetTables(directory: IndexDirectory, store: FileStore, signal?: AbortSignal): Promise<FacetTables> {
  const chunks = await Promise.all(directory.columns.map((name) => store.load('searchColumns', dataFiles.searchColumns(name), signal)))
  return { topics: toTopicTable(chunks), providers: toProviderTable(chunks) }
}

/** The stories of one column file, topic by topic. */
interface TopicChunk {
  /** Numbers of its topics. */
  readonly present: Uint32Array
  /** Index in `stories` at which the stories of each topic end. */
  readonly ends: Uint32Array
  /** Positions, relative to the file's first story. */
  readonly stories: Uint16Array
}

function toTopicTable(columns: readonly FacetColumns[]): FacetTable {
  const names = columns.flatMap(({ topics }) => topics)
  const chunks = columns.map(toTopicChunk)
  return {
    names,
    tally(flags, bit) {
      const counts = new Uint32Array(names.length)
      chunks.forEach(({ present, ends, stories }, chunk) => {
        const own = flags.subarray(chunk * STORIES_PER_COLUMN_FILE)
        let at = 0
        present.forEach((topic, index) => {
          const end = ends[index] ?? 0
          let count = 0
          for (; at < end; at++) if (((own[stories[at] ?? 0] ?? 0) & bit) !== 0) count++
          counts[topic] = (counts[topic] ?? 0) + count
        })
      })
      return counts
    },
  }
}

function toTopicChunk({ present, topicStories }: FacetColumns): TopicChunk {
  const lists = topicStories.map(decodeAscending)
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
