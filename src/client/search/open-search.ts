import type { SearchEngine } from '../../shared/search/search.ts'
import { countFacets, searchFacets } from './count-facets.ts'
import type { FileStore } from './file-store.ts'
import { facetNames, matchingIds, searchStories, similarTitles, suggestQuery } from './search-stories.ts'
import { cachedStories } from './cached-stories.ts'
import { searchCachedStories } from './search-cached.ts'
import { openIndex, type IndexSource, type LoadStem, type OpenIndex } from './open-index.ts'

/**
 * The engine for one caller: once the signal is aborted, its calls are rejected with the signal's
 * reason, and downloads that no other caller waits for are aborted.
 */
export type EngineForSignal = (signal?: AbortSignal) => SearchEngine

/** The engine over the files of one index; nothing is read before it is needed. */
export function openSearch(store: FileStore, source: IndexSource, loadStem: LoadStem): EngineForSignal {
  let opening: Promise<OpenIndex> | null = null
  const open = async (): Promise<OpenIndex> => {
    opening ??= openIndex(store, source, loadStem)
    try {
      return await opening
    } catch (error) {
      // The next call tries again.
      opening = null
      throw error
    }
  }
  return (signal) => ({
    search: async (filter) => searchStories(await open(), filter, signal),
    matchingIds: async (filter) => matchingIds(await open(), filter, signal),
    searchCached: async (filter) => searchCachedStories(await cachedStories(), filter, await loadStem(source.language)),
    suggestQuery: async (filter) => suggestQuery(await open(), filter, signal),
    countFacets: async (filter, choices) => countFacets(await open(), filter, choices, signal),
    searchFacets: async (filter, kind, text) => searchFacets(await open(), filter, kind, text, signal),
    facetNames: async (keys) => facetNames(await open(), keys, signal),
    similarTitles: async (words, limit) => similarTitles(await open(), words, limit, signal),
  })
}
