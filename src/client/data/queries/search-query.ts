import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { filterKey, type FeedFilter } from '../../../shared/filter/feed-filter.ts'
import type { CountedChoice, FacetKeys, FacetKind, SearchEngine, CachedSearchResult } from '../../../shared/search/search.ts'
import type { ConnectEngine } from '../../search/worker-client.ts'
import { catalogQuery } from './bundle-query.ts'

/** How long unused answers that grow with the number of stories stay cached, in ms: a tab may ask thousands of questions. */
export const ANSWER_GC_TIME = 10 * 60_000

/** A question to the search engine. The worker drops one that nobody waits for any more. */
function searchEngineQuery<T>(queryKey: readonly unknown[], ask: (engine: SearchEngine) => Promise<T>, gcTime = ANSWER_GC_TIME) {
  return queryOptions({
    queryKey,
    queryFn: async ({ client, signal }) => ask(await openEngine(client, signal)),
    // Comparing positions and counts would cost time and save nothing.
    structuralSharing: false,
    gcTime,
  })
}

/** The stories a filter matches: their positions in the filter's order, and the words to highlight. */
export function searchQuery(filter: FeedFilter) {
  return searchEngineQuery(['search', filterKey(filter)], (engine) => engine.search(filter))
}

/** A similar query that finds many more stories than the filter; null when there is none. */
export function suggestedQuery(filter: FeedFilter) {
  return searchEngineQuery(['suggested', filterKey(filter)], (engine) => engine.suggestQuery(filter))
}

/** The stories a filter matches among those cached on this device. */
export async function searchCached(client: QueryClient, filter: FeedFilter, signal: AbortSignal): Promise<CachedSearchResult> {
  return (await openEngine(client, signal)).searchCached(filter)
}

/** How many stories remain for each choice of some kinds. */
export function countsQuery(filter: FeedFilter, choices: readonly CountedChoice[]) {
  return searchEngineQuery(['counts', filterKey(filter), choices], (engine) => engine.countFacets(filter, choices))
}

/** Facets of one kind whose name contains `text`, with their counts. */
export function facetsQuery(filter: FeedFilter, kind: FacetKind, text: string) {
  return searchEngineQuery(['facets', filterKey(filter), kind, text], (engine) => engine.searchFacets(filter, kind, text))
}

/** Names of topics, providers and authors. */
export function namesQuery(keys: FacetKeys) {
  return searchEngineQuery(['names', keys], (engine) => engine.facetNames(keys), Infinity)
}

/** Positions of the stories with the most similar titles, best first. */
export function similarTitlesQuery(words: readonly string[], limit: number) {
  return searchEngineQuery(['similar-titles', words, limit], (engine) => engine.similarTitles(words, limit))
}

/** The ids of the stories a filter matches. */
export function matchingIdsQuery(filter: FeedFilter) {
  return searchEngineQuery(['ids', filterKey(filter)], (engine) => engine.matchingIds(filter))
}

/** Loads the search index before it is needed: the worker opens it even for an empty list of names. The next query reports errors. */
export function prefetchIndex(client: QueryClient): void {
  client.query(namesQuery({ topics: [], providers: [], authors: [] })).catch(() => undefined)
}

/** One worker for each query cache. */
const workers = new WeakMap<QueryClient, ConnectEngine>()

/** The engine over the index of the present catalog. */
export async function openEngine(client: QueryClient, signal: AbortSignal): Promise<SearchEngine> {
  // No first screen searches.
  const { searchInWorker } = await import('../../search/worker-client.ts')
  const connect = workers.get(client) ?? searchInWorker()
  workers.set(client, connect)
  const { version, site } = await client.query(catalogQuery)
  return connect({ name: version, language: site.language }, signal)
}
