import type { ReactNode } from 'react'
import { filterPath, type FeedFilter } from '../../../shared/filter/feed-filter.ts'
import { Choice, ChoiceGroup } from './choice.tsx'
import type { FacetList } from '../contexts/facet.ts'
import { useLanguage } from '../contexts/language.ts'

/** Providers shown without a search. */
const FEW = 8

/** The providers a feed can be narrowed to. Several can be selected. */
export function ProviderChoices({ filter, providers }: { filter: FeedFilter; providers: FacetList }): ReactNode {
  const { words } = useLanguage()
  const { facets, total, search, onSearch, onNeedAll } = providers
  const chosen = filter.providers
  const toggled = (domain: string) => (chosen.includes(domain) ? chosen.filter((other) => other !== domain) : [...chosen, domain])
  if (facets.length === 0 && search === '') return null
  return (
    <ChoiceGroup title={words.provider}>
      {total > FEW && (
        <li>
          <input
            type="search"
            aria-label={words.findProvider}
            placeholder={words.findProvider}
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
            path={filterPath({ ...filter, providers: toggled(key) })}
            name={name}
            isChosen={chosen.includes(key)}
            stories={stories}
          />
        ))}
      {facets.length === 0 && <li>{words.noProviderFound}</li>}
    </ChoiceGroup>
  )
}
