import { useMemo } from 'react'
import type { Catalog } from '../../shared/contract/bundle.ts'
import type { FeedFilter } from '../../shared/filter/feed-filter.ts'

/** Slugs of topics that say nothing about a story of a feed: those it is filtered by, and those of most stories of the site. */
export function useCommonTopics(catalog: Pick<Catalog, 'stories' | 'topics'> | undefined, { topics }: FeedFilter): ReadonlySet<string> {
  return useMemo(() => {
    const common = catalog?.topics.filter(({ stories }) => stories > 1 && stories > catalog.stories / 2) ?? []
    return new Set([...topics, ...common.map(({ slug }) => slug)])
  }, [catalog, topics])
}
