import type { ReactNode } from 'react'
import { filterPath, type FeedFilter } from '../../../shared/filter/feed-filter.ts'
import { Choice } from './choice.tsx'
import { useLanguage } from '../contexts/language.ts'
import styles from './heat-choices.module.css'

interface Props {
  readonly filter: FeedFilter
  /** Steps with what each leaves; null while not known. */
  readonly heats: readonly (readonly [minHeat: number, stories: number])[] | null
  readonly onWant: () => void
}

/** The least heat, folded away: only the index knows its steps, and it is fetched when they are wanted. */
export function HeatChoices({ filter, heats, onWant }: Props): ReactNode {
  const { words } = useLanguage()
  return (
    <details className={styles.heat} onToggle={onWant}>
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
