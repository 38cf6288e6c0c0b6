import { useState, type ReactNode } from 'react'
import { useQuery } from '@tanstack/react-query'
import { filterPath, sortOf, type FeedFilter } from '../../shared/filter/feed-filter.ts'
import type { StoryType } from '../../shared/contract/bundle.ts'
import { filterWords } from '../../shared/words/filters.ts'
import { AnyTopicChoices } from '../components/filters/any-topic-choices.tsx'
import { Choice, ChoiceGroup } from '../components/filters/choice.tsx'
import { HeatChoices } from '../components/filters/heat-choices.tsx'
import { FacetChoices } from '../components/filters/facet-choices.tsx'
import { useLanguage } from '../components/contexts/language.ts'
import { exactCatalogQuery } from '../data/queries/bundle-query.ts'
import { useCounts } from '../hooks/filters/use-counts.ts'
import { useFacetList } from '../hooks/filters/use-facet-list.ts'

const TYPES: readonly StoryType[] = ['article', 'video']

interface Props {
  readonly filter: FeedFilter
  /** The cards are rendered, so other requests no longer delay them. */
  readonly isReady: boolean
}

/** All filters but topics and dates. Each choice links to the feed with it. */
export function FilterChoices({ filter, isReady }: Props): ReactNode {
  const { words } = useLanguage()
  const [isHeatOpen, setHeatOpen] = useState(false)
  const { data: catalog } = useQuery(exactCatalogQuery)
  const hasAuthors = filter.authors.length > 0 || catalog?.newest.some(({ authors }) => authors.length > 0) === true
  const counts = useCounts(filter, ['topics', 'providers', 'types', ...(hasAuthors ? (['authors'] as const) : []), ...(isHeatOpen ? (['heats'] as const) : [])], isReady)
  const topics = useFacetList(filter, 'topics', counts)
  const providers = useFacetList(filter, 'providers', counts)
  const authors = useFacetList(filter, 'authors', counts)
  const sort = sortOf(filter)
  const has = (field: 'heat' | 'quality') => catalog?.scores.includes(field) === true
  const hasHeat = has('heat') || sort === 'heat' || filter.minHeat !== null
  const sorts = (['latest', 'heat', 'quality'] as const).filter((one) => one === 'latest' || (one === 'heat' ? hasHeat : has('quality') || sort === one))
  const types = TYPES.filter((type) => type === filter.type || catalog?.types.some((count) => count.type === type && count.stories > 0))
  const heats = counts.counted?.heats ?? null
  return (
    <>
      {(sorts.length > 1 || filter.words !== '') && (
        <ChoiceGroup title={filterWords.sort}>
          {filter.words !== '' && (
            <Choice path={filterPath({ ...filter, sort: null })} name={words.sorts.relevance} isChosen={sort === 'relevance'} />
          )}
          {sorts.map((one) => (
            <Choice key={one} path={filterPath({ ...filter, sort: one })} name={words.sorts[one]} isChosen={sort === one} />
          ))}
        </ChoiceGroup>
      )}
      {types.length > 1 && (
        <ChoiceGroup title={filterWords.type}>
          <Choice path={filterPath({ ...filter, type: null })} name={filterWords.allTypes} isChosen={filter.type === null} />
          {types.map((type) => (
            <Choice key={type} path={filterPath({ ...filter, type })} name={words.types[type]} isChosen={filter.type === type} stories={counts.types[type]} />
          ))}
        </ChoiceGroup>
      )}
      <AnyTopicChoices filter={filter} topics={topics.facets} />
      <FacetChoices filter={filter} kind="providers" list={providers} />
      {hasAuthors && <FacetChoices filter={filter} kind="authors" list={authors} />}
      {hasHeat && heats?.length !== 0 && <HeatChoices filter={filter} heats={heats} onLoad={() => setHeatOpen(true)} />}
    </>
  )
}
