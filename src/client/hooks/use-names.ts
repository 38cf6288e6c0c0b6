import { useMemo } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { FeedFilter } from '../../shared/feed-filter.ts'
import { catalogQuery, columnsQuery, topicQuery } from '../data/bundle-query.ts'

interface Names {
  topic(slug: string): string
  provider(domain: string): string
}

/** What the filter's topics and providers are called, as far as that is known; otherwise their keys. */
export function useNames(filter: FeedFilter): Names {
  const { data: catalog } = useQuery(catalogQuery)
  const { data: columns } = useQuery({ ...columnsQuery, enabled: false })
  const { data: topic } = useQuery({ ...topicQuery(filter.topics[0] ?? ''), enabled: false })
  return useMemo(() => {
    const topics = [...(columns?.flatMap((chunk) => chunk.topics) ?? []), ...(catalog?.topics ?? []), ...(topic ? [topic] : [])]
    const providers = [...(columns?.flatMap((chunk) => chunk.providers) ?? []), ...(catalog?.providers ?? [])]
    const topicNames = new Map(topics.map(({ slug, name }) => [slug, name]))
    const providerNames = new Map(providers.map(({ domain, name }) => [domain, name]))
    return {
      topic: (slug) => topicNames.get(slug) ?? slug,
      provider: (domain) => providerNames.get(domain) ?? domain,
    }
  }, [catalog, columns, topic])
}
