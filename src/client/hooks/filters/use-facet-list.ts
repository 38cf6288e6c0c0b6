import { useDeferredValue, useMemo, useState } from 'react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { FeedFilter } from '../../../shared/filter/feed-filter.ts'
import type { FacetCount } from '../../../shared/search/search.ts'
import type { Facet, FacetList } from '../../components/filters/facet.ts'
import { findFacets } from './find-facets.ts'
import { allProvidersQuery, allTopicsQuery, catalogQuery } from '../../data/queries/bundle-query.ts'
import { facetsQuery } from '../../data/queries/search-query.ts'
import { isFrontPage, type Counts } from './use-counts.ts'

type Kind = 'topics' | 'providers'

/**
 * The topics or providers beside a feed, with what each leaves under all the others, and the search
 * among them. The catalog knows the most used; the rest is fetched when the reader looks for it.
 */
export function useFacetList(filter: FeedFilter, kind: Kind, { counted }: Counts): FacetList {
  const [sought, onSeek] = useState('')
  const [wantsAll, setWantsAll] = useState(false)
  const wanted = useDeferredValue(sought.trim())
  const isFront = isFrontPage(filter)
  const site = useSiteFacets(kind, isFront && wantsAll)
  const total = counted?.[kind === 'topics' ? 'topicCount' : 'providerCount'] ?? 0
  const isPart = counted !== null && counted[kind].length < total
  const { data: found } = useQuery({
    ...facetsQuery(filter, kind, wanted),
    enabled: !isFront && isPart && wanted !== '',
    placeholderData: keepPreviousData,
  })
  const facets = useMemo(() => {
    if (!isFront && isPart && wanted !== '' && found) return found
    // Until the counts are here the choices stand without: those of the whole site would be wrong.
    const listed = isFront ? site.facets : (counted?.[kind] ?? site.facets.map((facet) => ({ ...facet, stories: null })))
    return findFacets(listed, wanted)
  }, [isFront, isPart, wanted, found, site.facets, counted, kind])
  return { facets, total: isFront || !counted ? site.total : total, search: sought, onSearch: onSeek, onNeedAll: () => setWantsAll(true) }
}

/** The topics or providers of the whole site: all when they are wanted and here, otherwise the most used. */
function useSiteFacets(kind: Kind, wantsAll: boolean): { facets: readonly Facet[]; total: number } {
  const { data: catalog } = useQuery(catalogQuery)
  const { data: topics = catalog?.topics } = useQuery({ ...allTopicsQuery, enabled: wantsAll && kind === 'topics' })
  const { data: providers = catalog?.providers } = useQuery({ ...allProvidersQuery, enabled: wantsAll && kind === 'providers' })
  return useMemo(() => {
    const facets: FacetCount[] =
      kind === 'topics'
        ? (topics ?? []).map(({ slug, name, stories }) => ({ key: slug, name, stories }))
        : (providers ?? []).map(({ domain, name, stories }) => ({ key: domain, name, stories }))
    return { facets, total: catalog?.[kind === 'topics' ? 'topicCount' : 'providerCount'] ?? 0 }
  }, [kind, catalog, topics, providers])
}
