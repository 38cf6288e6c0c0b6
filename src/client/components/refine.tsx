import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import type { StoryType } from '../../shared/bundle.ts'
import { filterPath, sortOf, type FeedFilter } from '../../shared/feed-filter.ts'
import type { Facet } from './facet.ts'
import { findFacets } from './find-facets.ts'
import { hrefTo } from './href.ts'
import { useLanguage } from './language.ts'
import styles from './refine.module.css'

/** Providers shown before the reader looks for one by name. */
const FEW = 8
const SORTS = ['latest', 'heat', 'quality'] as const
const TYPES: readonly StoryType[] = ['article', 'video']

interface Props {
  readonly filter: FeedFilter
  readonly providers: readonly Facet[]
  readonly types: Readonly<Record<StoryType, number | null>>
}

/** The feed's other refinements. Each choice is a link to the feed it makes. */
export function Refine({ filter, providers, types }: Props): ReactNode {
  const { words } = useLanguage()
  const [sought, setSought] = useState('')
  const details = useRef<HTMLDetailsElement>(null)
  const found = findFacets(providers, sought)
  const others = filter.providers
  const turned = (domain: string) =>
    others.includes(domain) ? others.filter((other) => other !== domain) : [...others, domain]

  // Open from the start where it stands beside the feed, not above it.
  useLayoutEffect(() => {
    if (details.current) details.current.open = matchMedia('(width >= 60rem)').matches
  }, [])

  return (
    <details ref={details} className={styles.refine}>
      <summary>{words.refine}</summary>
      <div className={styles.groups}>
        <Group title={words.sort}>
          {SORTS.map((sort) => (
            <Choice key={sort} path={filterPath({ ...filter, sort })} name={words.sorts[sort]} isChosen={sortOf(filter) === sort} stories={null} />
          ))}
        </Group>
        <Group title={words.type}>
          <Choice path={filterPath({ ...filter, type: null })} name={words.allTypes} isChosen={filter.type === null} stories={null} />
          {TYPES.map((type) => (
            <Choice key={type} path={filterPath({ ...filter, type })} name={words.types[type]} isChosen={filter.type === type} stories={types[type]} />
          ))}
        </Group>
        <Group title={words.provider}>
          {providers.length > FEW && (
            <li>
              <input
                type="search"
                aria-label={words.findProvider}
                placeholder={words.findProvider}
                value={sought}
                onChange={(event) => setSought(event.target.value)}
              />
            </li>
          )}
          {found.slice(0, FEW).map(({ key, name, stories }) => (
            <Choice
              key={key}
              path={filterPath({ ...filter, providers: turned(key) })}
              name={name}
              isChosen={others.includes(key)}
              stories={stories}
            />
          ))}
          {found.length === 0 && sought !== '' && <li>{words.noProviderFound}</li>}
        </Group>
      </div>
    </details>
  )
}

function Group({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <section>
      <h3>{title}</h3>
      <ul aria-label={title}>{children}</ul>
    </section>
  )
}

interface ChoiceProps {
  readonly path: string
  readonly name: string
  readonly isChosen: boolean
  readonly stories: number | null
}

function Choice({ path, name, isChosen, stories }: ChoiceProps): ReactNode {
  const { formats } = useLanguage()
  return (
    <li>
      <a href={hrefTo(path)} aria-current={isChosen ? 'true' : undefined} data-refinement="">
        <bdi>{name}</bdi>
      </a>
      {stories !== null && <span>{formats.number(stories)}</span>}
    </li>
  )
}
