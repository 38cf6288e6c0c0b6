import type { Find } from '../../shared/search/search.ts'
import { countFacets, seekFacets } from './count-facets.ts'
import type { ReadFile } from './file-store.ts'
import { findStories, nearestTitles, readNames } from './search-stories.ts'
import { keptStories } from './cached-stories.ts'
import { matchKept } from './search-cached.ts'
import { openIndex, type IndexSource, type LoadStem, type OpenIndex } from './open-index.ts'

/**
 * The engine for one caller: once its signal is aborted, its questions are rejected with the
 * signal's reason, and what nobody else waits for is not downloaded to its end.
 */
export type FindFor = (signal?: AbortSignal) => Find

/** The engine over the files of one index; nothing is read before it is needed. */
export function openFind(read: ReadFile, source: IndexSource, loadStem: LoadStem): FindFor {
  let opening: Promise<OpenIndex> | null = null
  const open = async (): Promise<OpenIndex> => {
    opening ??= openIndex(read, source, loadStem)
    try {
      return await opening
    } catch (error) {
      // It is tried anew the next time.
      opening = null
      throw error
    }
  }
  return (signal) => ({
    find: async (filter) => findStories(await open(), filter, signal),
    findKept: async (filter) => matchKept(await keptStories(), filter, await loadStem(source.language)),
    count: async (filter) => countFacets(await open(), filter, signal),
    seekFacets: async (filter, kind, sought) => seekFacets(await open(), filter, kind, sought, signal),
    names: async (keys) => readNames(await open(), keys, signal),
    nearest: async (words, limit) => nearestTitles(await open(), words, limit, signal),
  })
}
