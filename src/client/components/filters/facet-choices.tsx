import type { ReactNode } from 'react'
import { filterPath, type FeedFilter } from '../../../shared/filter/feed-filter.ts'
import { filterWords } from '../../../shared/words/filters.ts'
import { Choice, ChoiceGroup } from './choice.tsx'
import type { FacetList } from '../contexts/facet.ts'

/** Facets shown without a search. */
const FEW = 8

interface Props {
  readonly filter: FeedFilter
  readonly kind: 'providers' | 'authors'
  readonly list: FacetList
}

/** The providers or authors a feed can be narrowed to. Several can be selected. */
export function FacetChoices({ filter, kind, list }: Props): ReactNode {
  const { facets, total, search, onSearch, onNeedAll } = list
  const texts = kind === 'providers' ? { title: filterWords.provider, find: filterWords.findProvider, none: filterWords.noProviderFound } : filterWords.authors
  const chosen = filter[kind]
  const toggled = (key: string) => (chosen.includes(key) ? chosen.filter((other) => other !== key) : [...chosen, key])
  if (facets.length === 0 && search === '') return null
  return (
    <ChoiceGroup title={texts.title}>
      {total > FEW && (
        <li>
          <input
            type="search"
            aria-label={texts.find}
            placeholder={texts.find}
            value={search}
            onFocus={onNeedAll}
            onChange={(event) => onSearch(event.target.value)}
          />
        </li>
      )}
      {facets
        .filter(({ key }, at) => at < FEW || chosen.includes(key))
        .map(({ key, name, stories }) => (
          <Choice
            key={key}
            path={filterPath({ ...filter, [kind]: toggled(key) })}
            name={name}
            isChosen={chosen.includes(key)}
            stories={stories}
          />
        ))}
      {facets.length === 0 && <li>{texts.none}</li>}
    </ChoiceGroup>
  )
}
