import { queryOptions } from '@tanstack/react-query'
import { titleWordsOf } from '../../../shared/contract/slug.ts'
import { catalogQuery } from './bundle-query.ts'
import { loadStoryAt } from './feed-query.ts'
import { similarTitlesQuery } from './search-query.ts'

/** Suggestions for a slug without a story: the stories with the most similar titles, best first, or the newest stories. */
export function similarStoriesQuery(slug: string, limit: number) {
  return queryOptions({
    queryKey: ['similar-stories', slug, limit],
    queryFn: async ({ client }) => {
      const positions = await client.query(similarTitlesQuery(titleWordsOf(slug), limit))
      if (positions.length > 0) return Promise.all(positions.map((position) => loadStoryAt(client, position)))
      const { newest } = await client.query(catalogQuery)
      return newest.slice(0, limit)
    },
  })
}
