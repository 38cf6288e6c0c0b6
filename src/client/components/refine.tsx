import { useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { StoryType } from '../../shared/bundle.ts'
import { filterPath, sortOf, type FeedFilter } from '../../shared/feed-filter.ts'
import { Choice, ChoiceGroup } from './choice.tsx'
import type { FacetList } from './facet.ts'
import { useLanguage } from './language.ts'
import styles from './refine.module.css'

/** Providers shown before the reader looks for one by name. */
const FEW = 8
/** Where the panel stands beside the feed; elsewhere it lies over it while it is open. */
const BESIDE = '(width >= 60rem)'
const SORTS = ['latest', 'heat', 'quality'] as const
const TYPES: readonly StoryType[] = ['article', 'video']

interface Props {
  readonly filter: FeedFilter
  readonly providers: FacetList
  readonly types: Readonly<Record<StoryType, number | null>>
  /** Steps of heat with what each leaves; null while not known. */
  readonly heats: readonly (readonly [minHeat: number, stories: number])[] | null
  /** The counts are those of the filter before. */
  readonly isOld: boolean
  /** Stories the filter finds; undefined while not known. */
  readonly total: number | undefined
  /** The filter by date; asked for only while the panel is open. */
  readonly dates: ReactNode
  readonly onWantHeat: () => void
}

/** The feed's other refinements. Each choice is a link to the feed it makes. */
export function Refine({ filter, providers, types, heats, isOld, total, dates, onWantHeat }: Props): ReactNode {
  const { words } = useLanguage()
  const details = useRef<HTMLDetailsElement>(null)
  const [isOpen, setOpen] = useState(false)
  const { facets, sought, onSeek, onWantAll } = providers
  const others = filter.providers
  const turned = (domain: string) =>
    others.includes(domain) ? others.filter((other) => other !== domain) : [...others, domain]
  const sort = sortOf(filter)

  // Open from the start where it stands beside the feed, not above it.
  useLayoutEffect(() => {
    if (details.current) details.current.open = matchMedia(BESIDE).matches
  }, [])
  const close = () => {
    if (!details.current) return
    details.current.open = false
    details.current.querySelector('summary')?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented && !matchMedia(BESIDE).matches) close()
  }

  return (
    <details ref={details} className={styles.refine} data-old={isOld || undefined} onToggle={() => setOpen(details.current?.open === true)} onKeyDown={onKeyDown}>
      <summary>{words.refine}</summary>
      <div className={styles.panel}>
        <div className={styles.groups}>
          {isOpen && dates}
          <ChoiceGroup title={words.sort}>
            {filter.words !== '' && (
              <Choice path={filterPath({ ...filter, sort: null })} name={words.sorts.relevance} isChosen={sort === 'relevance'} />
            )}
            {SORTS.map((one) => (
              <Choice key={one} path={filterPath({ ...filter, sort: one })} name={words.sorts[one]} isChosen={sort === one} />
            ))}
          </ChoiceGroup>
          <ChoiceGroup title={words.type}>
            <Choice path={filterPath({ ...filter, type: null })} name={words.allTypes} isChosen={filter.type === null} />
            {TYPES.map((type) => (
              <Choice key={type} path={filterPath({ ...filter, type })} name={words.types[type]} isChosen={filter.type === type} stories={types[type]} />
            ))}
          </ChoiceGroup>
          {(facets.length > 0 || sought !== '') && (
            <ChoiceGroup title={words.provider}>
              {providers.total > FEW && (
                <li>
                  <input
                    type="search"
                    aria-label={words.findProvider}
                    placeholder={words.findProvider}
                    value={sought}
                    onFocus={onWantAll}
                    onChange={(event) => onSeek(event.target.value)}
                  />
                </li>
              )}
              {facets.filter(({ key }, at) => at < FEW || others.includes(key)).map(({ key, name, stories }) => (
                <Choice
                  key={key}
                  path={filterPath({ ...filter, providers: turned(key) })}
                  name={name}
                  isChosen={others.includes(key)}
                  stories={stories}
                />
              ))}
              {facets.length === 0 && sought !== '' && <li>{words.noProviderFound}</li>}
            </ChoiceGroup>
          )}
          {heats?.length !== 0 && (
            <details className={styles.heat} onToggle={onWantHeat}>
              <summary>{words.heat}</summary>
              <ul aria-label={words.heat}>
                <Choice path={filterPath({ ...filter, minHeat: null })} name={words.anyHeat} isChosen={filter.minHeat === null} />
                {heats?.map(([minHeat, stories]) => (
                  <Choice
                    key={minHeat}
                    path={filterPath({ ...filter, minHeat })}
                    name={words.heatAtLeast(minHeat)}
                    isChosen={filter.minHeat === minHeat}
                    stories={stories}
                  />
                ))}
              </ul>
            </details>
          )}
        </div>
        {total !== undefined && (
          <button type="button" className={styles.done} onClick={close}>
            {words.showStories(total)}
          </button>
        )}
      </div>
    </details>
  )
}
