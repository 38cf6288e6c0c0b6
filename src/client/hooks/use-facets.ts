import { useQuery } from '@tanstack/react-query'
import type { StoryType } from '../../shared/bundle.ts'
import { filterPath, type FeedFilter } from '../../shared/feed-filter.ts'
import { feedPath } from '../../shared/permalinks.ts'
import type { FacetCount } from '../../shared/select-matches.ts'
import type { Facet } from '../components/facet.ts'
import { allTopicsQuery, catalogQuery } from '../data/bundle-query.ts'
import { matchesQuery } from '../data/feed-query.ts'

interface Facets {
  readonly topics: readonly Facet[]
  readonly providers: readonly Facet[]
  readonly types: Readonly<Record<StoryType, number | null>>
}

/**
 * The choices beside a feed, most used first, with what each leaves under all the others.
 * The front page knows the most used topics; `wantsAllTopics` fetches the rest.
 */
export function useFacets(filter: FeedFilter, wantsAllTopics: boolean): Facets {
  const { data: catalog } = useQuery(catalogQuery)
  const isFrontPage = filterPath(filter) === feedPath
  const { data: allTopics } = useQuery({ ...allTopicsQuery, enabled: isFrontPage && wantsAllTopics })
  const { data: matches } = useQuery({ ...matchesQuery(filter), enabled: !isFrontPage })
  if (!isFrontPage && matches) {
    const { topics, providers, types } = matches.counts
    return { topics: toFacets(topics), providers: toFacets(providers), types }
  }
  // Until the columns are here the choices stand without counts: the catalog's would be wrong.
  const counted = (stories: number) => (isFrontPage ? stories : null)
  const typeCount = (type: StoryType) => catalog?.types.find((count) => count.type === type)?.stories ?? 0
  return {
    topics: (allTopics ?? catalog?.topics ?? []).map(({ slug, name, stories }) => ({ key: slug, name, stories: counted(stories) })),
    providers: (catalog?.providers ?? []).map(({ domain, name, stories }) => ({ key: domain, name, stories: counted(stories) })),
    types: { article: counted(typeCount('article')), video: counted(typeCount('video')) },
  }
}

function toFacets(counts: ReadonlyMap<string, FacetCount>): Facet[] {
  return [...counts]
    .map(([key, { name, stories }]) => ({ key, name, stories }))
    .sort((a, b) => b.stories - a.stories || (a.key < b.key ? -1 : 1))
}
