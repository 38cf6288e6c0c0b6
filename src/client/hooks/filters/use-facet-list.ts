import { useDeferredValue, useMemo, useState } from 'react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { FeedFilter } from '../../../shared/filter/feed-filter.ts'
import type { FacetCount, FacetKind } from '../../../shared/search/search.ts'
import type { FacetList } from '../../components/contexts/facet.ts'
import { findFacets } from './find-facets.ts'
import { allProvidersQuery, allTopicsQuery, catalogQuery } from '../../data/queries/bundle-query.ts'
import { facetsQuery } from '../../data/queries/search-query.ts'
import { isFrontPage, type Counts } from './use-counts.ts'

const TOTALS = { topics: 'topicCount', providers: 'providerCount', authors: 'authorCount' } as const

/** A topic on more of the stories than this share narrows nothing, in a site of at least so many stories. */
const NEARLY_ALL = 0.95
const ENOUGH_STORIES = 10

/**
 * The topics, providers or authors beside a feed with their counts under the other filters, and a search among them.
 * The catalog contains the most used topics and providers; the others are fetched when the user searches.
 */
export function useFacetList(filter: FeedFilter, kind: FacetKind, { counted }: Counts): FacetList {
  const [search, onSearch] = useState('')
  const [needsAll, setNeedsAll] = useState(false)
  const query = useDeferredValue(search.trim())
  const isFront = kind !== 'authors' && isFrontPage(filter)
  const site = useSiteFacets(kind, isFront && needsAll)
  const total = counted?.[TOTALS[kind]] ?? 0
  const isPart = (counted?.[kind]?.length ?? total) < total
  const { data: found } = useQuery({
    ...facetsQuery(filter, kind, query),
    enabled: !isFront && isPart && query !== '',
    placeholderData: keepPreviousData,
  })
  // A topic of nearly all stories is no choice, unless it is chosen.
  const hidden = useMemo(() => site.universal.filter((key) => !filter.topics.includes(key)), [site, filter.topics])
  const facets = useMemo(() => {
    if (!isFront && isPart && query !== '' && found) return found
    // Without counts until they are loaded: those of the whole site would be wrong.
    const listed = isFront && site.isExact ? site.facets : (counted?.[kind] ?? site.facets.map((facet) => ({ ...facet, stories: null })))
    return query === '' ? listed.filter(({ key }) => !hidden.includes(key)) : findFacets(listed, query)
  }, [isFront, isPart, query, found, site, counted, kind, hidden])
  return { facets, total: Math.max(0, (isFront || !counted?.[kind] ? site.total : total) - hidden.length), search, onSearch, onNeedAll: () => setNeedsAll(true) }
}

/** The topics or providers of the whole site: all of them once they are needed and loaded, otherwise the most used. Topics of nearly all stories are `universal`. */
function useSiteFacets(kind: FacetKind, needsAll: boolean): { facets: readonly FacetCount[]; total: number; universal: readonly string[]; isExact: boolean } {
  const { data: catalog } = useQuery(catalogQuery)
  const { data: topics = catalog?.topics } = useQuery({ ...allTopicsQuery, enabled: needsAll && kind === 'topics' })
  const { data: providers = catalog?.providers } = useQuery({ ...allProvidersQuery, enabled: needsAll && kind === 'providers' })
  return useMemo(() => {
    const facets: FacetCount[] =
      kind === 'topics'
        ? (topics ?? []).map(({ slug, name, stories }) => ({ key: slug, name, stories }))
        : (kind === 'authors' ? [] : (providers ?? [])).map(({ domain, name, stories }) => ({ key: domain, name, stories }))
    const { stories = 0 } = catalog ?? {}
    const universal = kind === 'topics' && stories >= ENOUGH_STORIES ? facets.filter((facet) => facet.stories > NEARLY_ALL * stories).map(({ key }) => key) : []
    return { facets, total: kind === 'authors' ? 0 : (catalog?.[TOTALS[kind]] ?? 0), universal, isExact: catalog?.version !== undefined }
  }, [kind, catalog, topics, providers])
}
