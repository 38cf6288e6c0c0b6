import { STORIES_PER_COLUMN_FILE } from '../../shared/contract/bundle.ts'
import { decodeAscending, decodeNumbers } from '../../shared/search/varint.ts'
import type { FacetName, FindColumns, FindDirectory } from '../../shared/search/index-format.ts'
import { dataFiles } from '../../shared/contract/permalinks.ts'
import type { FileStore } from './file-store.ts'

/** All topics, or all providers, by number; and how many stories of each have one of these flags. */
export interface FacetTable {
  readonly names: readonly FacetName[]
  /** Stories of each whose flags have a bit set. */
  tally(flags: Uint8Array, bit: number): Uint32Array
}

export interface FacetTables {
  readonly topics: FacetTable
  readonly providers: FacetTable
}

/** Loads every chunk of columns. */
export async function loadFacetTables(directory: FindDirectory, store: FileStore, signal?: AbortSignal): Promise<FacetTables> {
  const chunks = await Promise.all(directory.columns.map((name) => store.load<FindColumns>(dataFiles.findColumns(name), signal)))
  return { topics: toTopicTable(chunks), providers: toProviderTable(chunks) }
}

/** The stories of one chunk, topic by topic. */
interface TopicChunk {
  /** Numbers of the topics. */
  readonly present: Uint32Array
  /** Where each one's part of `stories` ends. */
  readonly ends: Uint32Array
  /** Counted from the chunk's first. */
  readonly stories: Uint16Array
}

function toTopicTable(columns: readonly FindColumns[]): FacetTable {
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

function toTopicChunk({ present, topicStories }: FindColumns): TopicChunk {
  const lists = topicStories.map(decodeAscending)
  const ends = new Uint32Array(lists.length)
  lists.forEach((list, index) => (ends[index] = (ends[index - 1] ?? 0) + list.length))
  const stories = new Uint16Array(ends.at(-1) ?? 0)
  lists.forEach((list, index) => stories.set(list, ends[index - 1] ?? 0))
  return { present: decodeAscending(present), ends, stories }
}

function toProviderTable(columns: readonly FindColumns[]): FacetTable {
  const names = columns.flatMap(({ providers }) => providers)
  const chunks = columns.map(({ storyProviders }) => decodeNumbers(storyProviders))
  return {
    names,
    tally(flags, bit) {
      // At 0 those of no provider.
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
