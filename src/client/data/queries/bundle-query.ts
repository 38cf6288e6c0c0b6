import { queryOptions, skipToken, type QueryClient } from '@tanstack/react-query'
import type { BundleVersion, Catalog, MonthCounts, ProviderCount, Story, StorySummary, TopicCount, TopicPage } from '../../../shared/contract/bundle.ts'
import type { PageCatalog } from '../../../shared/contract/render-page.ts'
import { storyFileOf } from '../../../shared/contract/list-pages.ts'
import { dataFiles } from '../../../shared/contract/permalinks.ts'
import { fetchBundle, MissingFile } from '../fetch-bundle.ts'

/** The catalog this tab reads by. It stays the same until the reader, or a missing file, asks for the newer one. */
export const catalogQuery = queryOptions<PageCatalog>({
  queryKey: ['catalog'],
  queryFn: async ({ client }) => {
    const catalog = await fetchBundle<Catalog>(dataFiles.catalog)
    cacheCatalog(client, catalog)
    return catalog
  },
})

/** The version this tab reads by; undefined while it is not known. Never fetched by itself. */
export const versionQuery = queryOptions<string>({ queryKey: ['version'], queryFn: skipToken })

/** The catalog as it is deployed now. */
export const deployedCatalogQuery = queryOptions({
  queryKey: ['deployed-catalog'],
  queryFn: () => fetchBundle<Catalog>(dataFiles.catalog),
  retry: false,
})

/** The version that is deployed now, asked again whenever the tab comes back to the front. */
export const deployedVersionQuery = queryOptions({
  queryKey: ['deployed-version'],
  queryFn: async ({ client }) => {
    const { version } = await fetchBundle<BundleVersion>(dataFiles.version)
    // A story's page does not say by which version it was made: the first answer stands for it.
    client.setQueryData(versionQuery.queryKey, (known) => known ?? version)
    return version
  },
  staleTime: 60_000,
  refetchOnWindowFocus: true,
  retry: false,
})

/** Every topic, most used first. */
export const allTopicsQuery = queryOptions({
  queryKey: ['topics'],
  queryFn: () => fetchBundle<TopicCount[]>(dataFiles.topics),
})

/** Every provider, most used first. */
export const allProvidersQuery = queryOptions({
  queryKey: ['providers'],
  queryFn: () => fetchBundle<ProviderCount[]>(dataFiles.providers),
})

/** Stories per month, of the whole site. */
export const monthsQuery = queryOptions({
  queryKey: ['months'],
  queryFn: () => fetchBundle<MonthCounts>(dataFiles.months),
})

/** A topic with its newest stories; null when no story carries it. */
export function topicQuery(slug: string) {
  return queryOptions({
    queryKey: ['topic', slug],
    queryFn: async ({ client }) => {
      // No topic's: it would lead to another file.
      if (/[/\\]/.test(slug)) return null
      const page = await fetchBundle<TopicPage>(dataFiles.topicPage(slug)).catch((error: unknown) => {
        if (error instanceof MissingFile) return null
        throw error
      })
      cacheSummaries(client, page?.newest ?? [])
      return page
    },
  })
}

/** One page of the feed, newest first. Its stories are then known to their own pages. */
export function feedPageQuery(page: number) {
  return queryOptions({
    queryKey: ['page', page],
    queryFn: async ({ client }) => {
      const stories = await fetchBundle<StorySummary[]>(dataFiles.feedPage(page))
      cacheSummaries(client, stories)
      return stories
    },
  })
}

/** A whole story; fails with `MissingFile` when it is not here. */
export function storyQuery(id: string) {
  return queryOptions({
    queryKey: ['story', id],
    queryFn: async ({ client }) => {
      const { storyFiles } = await client.query(catalogQuery)
      const stories = await fetchBundle<Story[]>(dataFiles.stories(storyFileOf(id, storyFiles)))
      const story = stories.find((one) => one.id === id)
      if (!story) throw new MissingFile(`story ${id}`)
      return story
    },
  })
}

/** What a card already told of a story, to show while the whole of it loads. */
export function cachedSummary(client: QueryClient, id: string): StorySummary | undefined {
  return summaries.get(client)?.get(id)
}

/** Lets a catalog's version be the tab's, and its stories be known to their own pages. */
export function cacheCatalog(client: QueryClient, catalog: Catalog): void {
  client.setQueryData(versionQuery.queryKey, catalog.version)
  cacheSummaries(client, catalog.newest)
}

/** Lets summaries be known to their stories' own pages. */
export function cacheSummaries(client: QueryClient, stories: readonly StorySummary[]): void {
  const known = summaries.get(client) ?? new Map<string, StorySummary>()
  summaries.set(client, known)
  for (const story of stories) known.set(story.id, story)
}

/** Known by a cache of queries, but no queries: nobody waits for one, and whoever looks at the cache would be told of each. */
const summaries = new WeakMap<QueryClient, Map<string, StorySummary>>()
