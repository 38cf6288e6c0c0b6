import { queryOptions } from '@tanstack/react-query'
import { titleWordsOf } from '../../../shared/contract/slug.ts'
import { catalogQuery } from './bundle-query.ts'
import { loadAt } from './feed-query.ts'
import { similarTitlesQuery } from './search-query.ts'

/** What to offer for a dead slug: the stories whose titles are nearest, best first, or the newest. */
export function similarStoriesQuery(slug: string, limit: number) {
  return queryOptions({
    queryKey: ['nearest-stories', slug, limit],
    queryFn: async ({ client }) => {
      const positions = await client.query(similarTitlesQuery(titleWordsOf(slug), limit))
      if (positions.length > 0) return Promise.all(positions.map((position) => loadAt(client, position)))
      const { newest } = await client.query(catalogQuery)
      return newest.slice(0, limit)
    },
  })
}
