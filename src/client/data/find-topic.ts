import { queryOptions, type QueryClient } from '@tanstack/react-query'
import type { TopicCount } from '../../shared/bundle.ts'
import { allTopicsQuery, catalogQuery } from './bundle-query.ts'

/** A topic by its slug; undefined when no story carries it. The catalog knows the most used ones. */
export async function findTopic(client: QueryClient, slug: string): Promise<TopicCount | undefined> {
  const catalog = await client.query(catalogQuery)
  const known = catalog.topics.find((topic) => topic.slug === slug)
  if (known || catalog.topicCount === catalog.topics.length) return known
  const all = await client.query(allTopicsQuery)
  return all.find((topic) => topic.slug === slug)
}

/** A topic by its slug; null when no story carries it. */
export function topicQuery(slug: string) {
  return queryOptions({
    queryKey: ['topic', slug],
    queryFn: async ({ client }) => (await findTopic(client, slug)) ?? null,
    retry: false,
  })
}
