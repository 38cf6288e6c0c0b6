import { queryOptions, type QueryClient } from '@tanstack/react-query'
import type { Catalog, FilterColumns, Story, StorySummary, TitleChunk, TopicCount } from '../../shared/bundle.ts'
import { dataFiles } from '../../shared/permalinks.ts'
import { fetchBundle } from './fetch-bundle.ts'

/** The catalog this tab reads by. It stays the same until the reader, or a missing file, asks for the newer one. */
export const catalogQuery = queryOptions({
  queryKey: ['catalog'],
  queryFn: () => fetchBundle<Catalog>(dataFiles.catalog),
})

/** The catalog as it is deployed now, asked again whenever the tab comes back to the front. */
export const deployedCatalogQuery = queryOptions({
  queryKey: ['deployed-catalog'],
  queryFn: () => fetchBundle<Catalog>(dataFiles.catalog),
  staleTime: 60_000,
  refetchOnWindowFocus: true,
  retry: false,
})

/** Every topic, most used first. */
export const allTopicsQuery = queryOptions({
  queryKey: ['topics'],
  queryFn: () => fetchBundle<TopicCount[]>(dataFiles.topics),
})

/** One page of a list: of a topic, or of everything (`topic` null). Its stories are then known to their own pages. */
export function listPageQuery(topic: string | null, page: number) {
  return queryOptions({
    queryKey: ['page', topic, page],
    queryFn: async ({ client }) => {
      const file = topic === null ? dataFiles.feedPage(page) : dataFiles.topicPage(topic, page)
      const stories = await fetchBundle<StorySummary[]>(file)
      for (const story of stories) client.setQueryData(summaryKey(story.id), story)
      return stories
    },
  })
}

/** A whole story. */
export function storyQuery(id: string) {
  return queryOptions({
    queryKey: ['story', id],
    queryFn: () => fetchBundle<Story>(dataFiles.story(id)),
  })
}

/** What a card already told of a story, to show while the whole of it loads. */
export function knownSummary(client: QueryClient, id: string): StorySummary | undefined {
  return client.getQueryData<StorySummary>(summaryKey(id))
}

/** All filter columns, oldest first. */
export const columnsQuery = queryOptions({
  queryKey: ['columns'],
  queryFn: async ({ client }) => {
    const { chunks } = await client.query(catalogQuery)
    return fetchAll<FilterColumns>(chunks, dataFiles.columns)
  },
})

/** Every story's title, newest first. */
export const titlesQuery = queryOptions({
  queryKey: ['titles'],
  queryFn: async ({ client }) => {
    const { chunks } = await client.query(catalogQuery)
    const all = await fetchAll<TitleChunk>(chunks, dataFiles.titles)
    return all.flat().reverse()
  },
})

function fetchAll<T>(chunks: number, file: (chunk: number) => string): Promise<T[]> {
  return Promise.all(Array.from({ length: chunks }, (_, at) => fetchBundle<T>(file(at + 1))))
}

function summaryKey(id: string) {
  return ['summary', id] as const
}
