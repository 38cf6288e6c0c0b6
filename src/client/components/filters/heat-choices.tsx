import type { ReactNode } from 'react'
import { filterPath, type FeedFilter } from '../../../shared/filter/feed-filter.ts'
import { Choice } from './choice.tsx'
import { useLanguage } from '../contexts/language.ts'
import styles from './heat-choices.module.css'

interface Props {
  readonly filter: FeedFilter
  /** Minimum heats with the stories each leaves; null while unknown. */
  readonly heats: readonly (readonly [minHeat: number, stories: number])[] | null
  readonly onLoad: () => void
}

/** Minimum heat. Collapsed at first: only the search index knows the steps, and it loads when this opens. */
export function HeatChoices({ filter, heats, onLoad }: Props): ReactNode {
  const { words } = useLanguage()
  return (
    <details className={styles.heat} onToggle={onLoad}>
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
  )
}
