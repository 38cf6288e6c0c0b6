import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { filterPath, type FeedFilter } from '../../../shared/filter/feed-filter.ts'
import type { FacetKeys, SearchEngine, CachedSearchResult } from '../../../shared/search/search.ts'
import { searchInWorker, type ConnectEngine } from '../../search/worker-client.ts'
import { catalogQuery } from './bundle-query.ts'

/** How long answers that grow with the folder are kept once nobody looks at them, in ms: a tab may ask thousands of questions. */
export const ANSWER_KEPT = 10 * 60_000

/** What a filter finds: positions in its order, and what to mark. A query nobody looks at any more is dropped by the worker. */
export function searchQuery(filter: FeedFilter) {
  return queryOptions({
    queryKey: ['search', filterPath(filter)],
    queryFn: async ({ client, signal }) => (await openEngine(client, signal)).search(filter),
    // Positions are compared by nothing.
    structuralSharing: false,
    gcTime: ANSWER_KEPT,
  })
}

/** What a filter finds among the stories on this device. */
export async function searchCached(client: QueryClient, filter: FeedFilter, signal: AbortSignal): Promise<CachedSearchResult> {
  return (await openEngine(client, signal)).searchCached(filter)
}

/** The counts beside every choice. */
export function countsQuery(filter: FeedFilter) {
  return queryOptions({
    queryKey: ['counts', filterPath(filter)],
    queryFn: async ({ client, signal }) => (await openEngine(client, signal)).countFacets(filter),
    structuralSharing: false,
    gcTime: ANSWER_KEPT,
  })
}

/** Topics or providers called so, with their counts. */
export function facetsQuery(filter: FeedFilter, kind: 'topics' | 'providers', sought: string) {
  return queryOptions({
    queryKey: ['facets', filterPath(filter), kind, sought],
    queryFn: async ({ client, signal }) => (await openEngine(client, signal)).searchFacets(filter, kind, sought),
    structuralSharing: false,
    gcTime: ANSWER_KEPT,
  })
}

/** What topics and providers are called. */
export function namesQuery(keys: FacetKeys) {
  return queryOptions({
    queryKey: ['names', keys],
    queryFn: async ({ client, signal }) => (await openEngine(client, signal)).facetNames(keys),
    structuralSharing: false,
  })
}

/** Positions of the stories whose titles are nearest to words, best first. */
export function similarTitlesQuery(words: readonly string[], limit: number) {
  return queryOptions({
    queryKey: ['nearest', words, limit],
    queryFn: async ({ client, signal }) => (await openEngine(client, signal)).similarTitles(words, limit),
  })
}

/** Opens the index, so that what is asked next need not wait for it: it is opened even for no names. What fails is told then. */
export function prefetchIndex(client: QueryClient): void {
  client.query(namesQuery({ topics: [], providers: [] })).catch(() => undefined)
}

/** One worker for each cache of queries. */
const workers = new WeakMap<QueryClient, ConnectEngine>()

async function openEngine(client: QueryClient, signal: AbortSignal): Promise<SearchEngine> {
  const connect = workers.get(client) ?? searchInWorker()
  workers.set(client, connect)
  const { version, site } = await client.query(catalogQuery)
  return connect({ name: version, language: site.language }, signal)
}
