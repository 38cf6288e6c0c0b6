import { useMemo } from 'react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { FeedFilter } from '../../../shared/filter/feed-filter.ts'
import { catalogQuery, topicQuery } from '../../data/queries/bundle-query.ts'
import { namesQuery } from '../../data/queries/search-query.ts'

interface Names {
  topic(slug: string): string
  provider(domain: string): string
  author(slug: string): string
}

/** Names of the filter's topics, providers and authors; their keys while the names are unknown. */
export function useNames({ topics, not, any, providers, authors }: FeedFilter): Names {
  const { data: catalog } = useQuery(catalogQuery)
  const { data: topic } = useQuery({ ...topicQuery(topics[0] ?? ''), enabled: false })
  const known = useMemo(() => {
    const listed = [...(catalog?.topics ?? []), ...(topic ? [topic] : [])]
    return {
      topics: new Map(listed.map(({ slug, name }) => [slug, name])),
      providers: new Map(catalog?.providers.map(({ domain, name }) => [domain, name])),
    }
  }, [catalog, topic])
  // The name of a single topic comes with its own page.
  const missing = {
    topics: [...(topics.length > 1 ? topics : []), ...not, ...any].filter((slug) => !known.topics.has(slug)),
    providers: [...providers, ...any].filter((domain) => !known.providers.has(domain)),
    authors,
  }
  const isComplete = missing.topics.length + missing.providers.length + authors.length === 0
  const { data: fetched } = useQuery({ ...namesQuery(missing), enabled: catalog !== undefined && !isComplete, placeholderData: keepPreviousData })
  return useMemo(
    () => ({
      topic: (slug) => known.topics.get(slug) ?? fetched?.topics.get(slug) ?? slug,
      provider: (domain) => known.providers.get(domain) ?? fetched?.providers.get(domain) ?? domain,
      author: (slug) => fetched?.authors.get(slug) ?? slug,
    }),
    [known, fetched],
  )
}
