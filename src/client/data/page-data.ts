import type { QueryClient } from '@tanstack/react-query'
import { parseFilter } from '../../shared/filter/feed-filter.ts'
import type { PackedPageData } from '../../shared/contract/packed-story.ts'
import type { PageData } from '../../shared/contract/render-page.ts'
import { allTopicsQuery, catalogQuery, deployedVersionQuery, cacheSummaries, monthsQuery, storyQuery, topicQuery, versionQuery } from './queries/bundle-query.ts'
import { reloadForNewCode } from './offline/reload-once.ts'
import { feedQuery, WITHOUT_SEARCH } from './queries/feed-query.ts'
import { monthPageQuery } from './queries/month-query.ts'

/** The data this document was prerendered from; null when it was not prerendered. */
export async function readPageData(): Promise<PageData | null> {
  const packed = parsePackedData(document.getElementById('page-data')?.textContent ?? 'null')
  if (packed?.view !== 'story') return packed
  // The first screen needs it as little as the rest of a story's code, which the page loads anyway.
  const { unpackPage } = await import('../../shared/contract/packed-story.ts').catch(reloadForNewCode)
  return unpackPage(packed)
}

function parsePackedData(json: string): PackedPageData | null {
  try {
    return JSON.parse(json) as PackedPageData
  } catch {
    // The page was cut off: the view fetches what it needs.
    return null
  }
}

/** Fills the query cache with a prerendered page's data. */
export function primeQueries(client: QueryClient, page: PageData): void {
  switch (page.view) {
    case 'feed': {
      const { catalog, topic } = page
      const filter = parseFilter(topic?.slug ?? null, new URLSearchParams())
      const { stories, newest } = topic ?? catalog
      client.setQueryData(versionQuery.queryKey, catalog.version)
      client.setQueryData(catalogQuery.queryKey, catalog)
      client.setQueryData(deployedVersionQuery.queryKey, catalog.version)
      client.setQueryData(feedQuery(filter).queryKey, { filter, total: stories, newest, ...WITHOUT_SEARCH, isCachedOnly: false })
      if (topic !== null) client.setQueryData(topicQuery(topic.slug).queryKey, topic)
      // Only a browser shows other pages from these summaries.
      if (!import.meta.env.SSR) cacheSummaries(client, [...catalog.newest, ...newest])
      break
    }
    case 'story':
      client.setQueryData(storyQuery(page.story.id).queryKey, page.story)
      break
    case 'archive':
      client.setQueryData(monthsQuery.queryKey, page.months)
      client.setQueryData(allTopicsQuery.queryKey, [...page.topics])
      break
    case 'month':
      client.setQueryData(monthPageQuery(page.page.month, page.page.page).queryKey, page.page)
      break
    case 'day':
      client.setQueryData(['day', page.page.day], page.page)
      break
    case 'thread':
      client.setQueryData(['thread', page.page.slug, page.page.page], page.page)
      break
    case 'not-found':
      client.setQueryData(catalogQuery.queryKey, page.catalog)
  }
}
