import { useMemo } from 'react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { FeedFilter } from '../../../shared/filter/feed-filter.ts'
import { catalogQuery, topicQuery } from '../../data/queries/bundle-query.ts'
import { namesQuery } from '../../data/queries/search-query.ts'

interface Names {
  topic(slug: string): string
  provider(domain: string): string
}

/** What the filter's topics and providers are called, as far as that is known; otherwise their keys. */
export function useNames({ topics, not, providers }: FeedFilter): Names {
  const { data: catalog } = useQuery(catalogQuery)
  const { data: topic } = useQuery({ ...topicQuery(topics[0] ?? ''), enabled: false })
  const known = useMemo(() => {
    const listed = [...(catalog?.topics ?? []), ...(topic ? [topic] : [])]
    return {
      topics: new Map(listed.map(({ slug, name }) => [slug, name])),
      providers: new Map(catalog?.providers.map(({ domain, name }) => [domain, name])),
    }
  }, [catalog, topic])
  // The one topic of a topic's own page is told by that page.
  const wanted = {
    topics: [...(topics.length > 1 ? topics : []), ...not].filter((slug) => !known.topics.has(slug)),
    providers: providers.filter((domain) => !known.providers.has(domain)),
  }
  const isKnown = wanted.topics.length + wanted.providers.length === 0
  const { data: sought } = useQuery({ ...namesQuery(wanted), enabled: catalog !== undefined && !isKnown, placeholderData: keepPreviousData })
  return useMemo(
    () => ({
      topic: (slug) => known.topics.get(slug) ?? sought?.topics.get(slug) ?? slug,
      provider: (domain) => known.providers.get(domain) ?? sought?.providers.get(domain) ?? domain,
    }),
    [known, sought],
  )
}
