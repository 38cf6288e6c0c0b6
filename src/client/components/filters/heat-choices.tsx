import type { ReactNode } from 'react'
import { filterPath, type FeedFilter } from '../../../shared/filter/feed-filter.ts'
import { filterWords } from '../../../shared/words/filters.ts'
import { Choice } from './choice.tsx'

interface Props {
  readonly filter: FeedFilter
  /** Minimum heats with the stories each leaves; null while unknown. */
  readonly heats: readonly (readonly [minHeat: number, stories: number])[] | null
  readonly onLoad: () => void
}

/** Minimum heat. Collapsed at first: only the search index knows the steps, and it loads when this opens. */
export function HeatChoices({ filter, heats, onLoad }: Props): ReactNode {
  return (
    <details onToggle={onLoad}>
      <summary>{filterWords.heat}</summary>
      <ul aria-label={filterWords.heat}>
        <Choice path={filterPath({ ...filter, minHeat: null })} name={filterWords.anyHeat} isChosen={filter.minHeat === null} />
        {heats?.map(([minHeat, stories]) => (
          <Choice
            key={minHeat}
            path={filterPath({ ...filter, minHeat })}
            name={filterWords.heatAtLeast(minHeat)}
            isChosen={filter.minHeat === minHeat}
            stories={stories}
          />
        ))}
      </ul>
    </details>
  )
}
