import { useEffect, useRef, useState, type FocusEvent, type KeyboardEvent, type ReactNode } from 'react'
import type { StoryType } from '../../../shared/contract/bundle.ts'
import { filterPath, sortOf, type FeedFilter } from '../../../shared/filter/feed-filter.ts'
import { Choice, ChoiceGroup } from './choice.tsx'
import type { FacetList } from '../contexts/facet.ts'
import { HeatChoices } from './heat-choices.tsx'
import { useHydrated } from '../contexts/hydrated.ts'
import { useLanguage } from '../contexts/language.ts'
import { ProviderChoices } from './provider-choices.tsx'
import styles from './filter-panel.module.css'

/** Where the panel is a column beside the feed; elsewhere it opens above the feed. */
const BESIDE = '(width >= 60rem)'
const SORTS = ['latest', 'heat', 'quality'] as const
const TYPES: readonly StoryType[] = ['article', 'video']

interface Props {
  readonly filter: FeedFilter
  readonly providers: FacetList
  readonly types: Readonly<Record<StoryType, number | null>>
  /** Minimum heats with the stories each leaves; null while unknown. */
  readonly heats: readonly (readonly [minHeat: number, stories: number])[] | null
  /** The counts still belong to the previous filter. */
  readonly isStale: boolean
  /** Number of matching stories; undefined while unknown. */
  readonly total: number | undefined
  /** The date filter; rendered only while the panel is open. */
  readonly dates: ReactNode
  readonly onLoadHeat: () => void
}

/** All filters but topics. Each choice links to the feed with it. */
export function FilterPanel({ filter, providers, types, heats, isStale, total, dates, onLoadHeat }: Props): ReactNode {
  const { words } = useLanguage()
  const details = useRef<HTMLDetailsElement>(null)
  // Prerendered pages have the panel open; on narrow screens CSS hides it until this runs.
  const isReady = useHydrated()
  // Set before the first paint, so that nothing moves later.
  const [isOpen, setOpen] = useState(isBeside)
  const sort = sortOf(filter)

  // A rotated or resized window must not have its feed covered.
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
  // The panel may cover the next focused element.
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (relatedTarget !== null && !currentTarget.contains(relatedTarget) && !isBeside()) setOpen(false)
  }

  return (
    <details ref={details} className={styles.filters} open={!isReady || isOpen} data-scripted="" data-ready={isReady || undefined} data-stale={isStale || undefined} onToggle={() => setOpen(details.current?.open === true)} onKeyDown={onKeyDown} onBlur={onBlur}>
      <summary>{words.filters}</summary>
      <div className={styles.panel}>
        <div className={styles.groups}>
          {isReady && isOpen ? dates : <div className={styles.histogram} />}
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
          {heats?.length !== 0 && <HeatChoices filter={filter} heats={heats} onLoad={onLoadHeat} />}
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
