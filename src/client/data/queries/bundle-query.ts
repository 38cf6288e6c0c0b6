import { queryOptions, skipToken, type QueryClient } from '@tanstack/react-query'
import { PAGE_SIZE, type Catalog, type StorySummary } from '../../../shared/contract/bundle.ts'
import type { PageCatalog } from '../../../shared/contract/render-page.ts'
import { pageOf, storyFileOf } from '../../../shared/contract/list-pages.ts'
import { dataFiles } from '../../../shared/contract/permalinks.ts'
import { fetchBundle, MissingFile } from '../network/fetch-bundle.ts'

/** The catalog this tab uses. It stays the same until the user asks for the newer one, or a file turns out to be missing. */
export const catalogQuery = queryOptions<PageCatalog>({
  queryKey: ['catalog'],
  queryFn: async ({ client }) => {
    const catalog = await fetchBundle('catalog', dataFiles.catalog)
    cacheCatalog(client, catalog)
    return catalog
  },
})

/** The catalog with exact counts and the newest stories, which a topic's page does not hold. */
export const exactCatalogQuery = queryOptions({ ...catalogQuery, staleTime: ({ state }) => (state.data?.version === undefined ? 0 : Infinity) })

/** The version this tab uses; undefined while unknown. Never fetched by itself. */
export const versionQuery = queryOptions<string>({ queryKey: ['version'], queryFn: skipToken })

/** The catalog that is deployed now. */
export const deployedCatalogQuery = queryOptions({
  queryKey: ['deployed-catalog'],
  queryFn: () => fetchBundle('catalog', dataFiles.catalog),
  retry: false,
})

/** The version that is deployed now; checked again whenever the tab gets the focus. */
export const deployedVersionQuery = queryOptions({
  queryKey: ['deployed-version'],
  queryFn: async ({ client }) => {
    const { version } = await fetchBundle('version', dataFiles.version)
    // A prerendered story page does not name its version: the first answer counts as the version.
    client.setQueryData(versionQuery.queryKey, (current) => current ?? version)
    return version
  },
  staleTime: 60_000,
  refetchOnWindowFocus: true,
  retry: false,
})

/** Every topic, most used first. */
export const allTopicsQuery = queryOptions({
  queryKey: ['topics'],
  queryFn: () => fetchBundle('topics', dataFiles.topics),
})

/** Every provider, most used first. */
export const allProvidersQuery = queryOptions({
  queryKey: ['providers'],
  queryFn: () => fetchBundle('providers', dataFiles.providers),
})

/** Stories per month, of the whole site. */
export const monthsQuery = queryOptions({
  queryKey: ['months'],
  queryFn: () => fetchBundle('months', dataFiles.months),
})

/** A topic with its newest stories; null when no story has the topic. */
export function topicQuery(slug: string) {
  return queryOptions({
    queryKey: ['topic', slug],
    queryFn: async ({ client }) => {
      // Not a valid slug, and it would name another file.
      if (/[/\\]/.test(slug)) return null
      const page = await fetchBundle('topicPage', dataFiles.topicPage(slug)).catch((error: unknown) => {
        if (error instanceof MissingFile) return null
        throw error
      })
      cacheSummaries(client, page?.newest ?? [])
      return page
    },
  })
}

/** One page of the feed, newest first. */
export function feedPageQuery(page: number) {
  return queryOptions({
    queryKey: ['page', page],
    queryFn: async ({ client }) => {
      const stories = await fetchBundle('feedPage', dataFiles.feedPage(page))
      cacheSummaries(client, stories)
      return stories
    },
  })
}

/** The story with this id; fails with `MissingFile` when the bundle does not contain it. */
export function storyQuery(id: string) {
  return queryOptions({
    queryKey: ['story', id],
    queryFn: async ({ client }) => {
      const { storyFiles } = await client.query(catalogQuery)
      const stories = await fetchBundle('stories', dataFiles.stories(storyFileOf(id, storyFiles)))
      const story = stories.find((one) => one.id === id)
      if (!story) throw new MissingFile(`story ${id}`)
      return story
    },
  })
}

/** The story at a position, counted from 0 for the oldest, in the page that contains it; undefined when a deploy has replaced the page. */
export function storyInPage(stories: readonly StorySummary[], position: number): StorySummary | undefined {
  const oldest = (pageOf(position) - 1) * PAGE_SIZE
  return stories[stories.length - 1 - (position - oldest)]
}

/** The summary from a story's card, to show while the story loads. */
export function cachedSummary(client: QueryClient, id: string): StorySummary | undefined {
  return summaries.get(client)?.get(id)
}

/** Makes a catalog's version the version of this tab, and caches its stories. */
export function cacheCatalog(client: QueryClient, catalog: Catalog): void {
  client.setQueryData(versionQuery.queryKey, catalog.version)
  cacheSummaries(client, catalog.newest)
}

/** Caches summaries for the stories' own pages. */
export function cacheSummaries(client: QueryClient, stories: readonly StorySummary[]): void {
  const cached = summaries.get(client) ?? new Map<string, StorySummary>()
  summaries.set(client, cached)
  for (const story of stories) cached.set(story.id, story)
}

/** Not queries: nobody waits for a summary, and each would notify every observer of the query cache. */
const summaries = new WeakMap<QueryClient, Map<string, StorySummary>>()
