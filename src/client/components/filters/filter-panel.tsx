import { useEffect, useRef, useState, type FocusEvent, type KeyboardEvent, type ReactNode } from 'react'
import type { StoryType } from '../../../shared/contract/bundle.ts'
import { filterPath, sortOf, type FeedFilter } from '../../../shared/filter/feed-filter.ts'
import { Choice, ChoiceGroup } from './choice.tsx'
import type { FacetList } from './facet.ts'
import { HeatChoices } from './heat-choices.tsx'
import { useHydrated } from '../contexts/hydrated.ts'
import { useLanguage } from '../contexts/language.ts'
import { ProviderChoices } from './provider-choices.tsx'
import styles from './filter-panel.module.css'

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
export function FilterPanel({ filter, providers, types, heats, isOld, total, dates, onWantHeat }: Props): ReactNode {
  const { words } = useLanguage()
  const details = useRef<HTMLDetailsElement>(null)
  // In the HTML of a prerendered page the panel is open; where it lies over the feed, the style hides it until this runs.
  const isReady = useHydrated()
  // Known before the first paint: what stands in it must not come later and move the rest.
  const [isOpen, setOpen] = useState(isBeside)
  const sort = sortOf(filter)

  // A window that is turned or narrowed is not to have its feed covered.
  useEffect(() => {
    const media = matchMedia(BESIDE)
    const onChange = () => setOpen(media.matches)
    media.addEventListener('change', onChange)
    return () => media.removeEventListener('change', onChange)
  }, [])

  const close = () => {
    if (!details.current) return
    details.current.open = false
    details.current.querySelector('summary')?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented && !isBeside()) close()
  }
  // What the focus goes on to may lie under the panel.
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (relatedTarget !== null && !currentTarget.contains(relatedTarget) && !isBeside()) setOpen(false)
  }

  return (
    <details ref={details} className={styles.refine} open={!isReady || isOpen} data-scripted="" data-ready={isReady || undefined} data-old={isOld || undefined} onToggle={() => setOpen(details.current?.open === true)} onKeyDown={onKeyDown} onBlur={onBlur}>
      <summary>{words.refine}</summary>
      <div className={styles.panel}>
        <div className={styles.groups}>
          {isReady && isOpen ? dates : <div className={styles.place} />}
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
          <ProviderChoices filter={filter} providers={providers} />
          {heats?.length !== 0 && <HeatChoices filter={filter} heats={heats} onWant={onWantHeat} />}
        </div>
        {total !== undefined && (
          <button type="button" className={styles.done} onClick={close} suppressHydrationWarning>
            {words.showStories(total)}
          </button>
        )}
      </div>
    </details>
  )
}

function isBeside(): boolean {
  return !import.meta.env.SSR && matchMedia(BESIDE).matches
}
