import type { ReactNode } from 'react'
import { feedPath } from '../../../shared/contract/permalinks.ts'
import { filterWords } from '../../../shared/words/filters.ts'
import type { Chip } from '../contexts/facet.ts'
import { hrefTo } from '../contexts/href.ts'
import { useLanguage } from '../contexts/language.ts'
import styles from './empty-feed.module.css'

interface Props {
  readonly chips: readonly Chip[]
  /** Stories the feed would have without each filter; null while unknown. */
  readonly countsWithout: readonly (number | null)[]
}

/** Shown when no story matches: which filters to remove to get results. */
export function EmptyFeed({ chips, countsWithout }: Props): ReactNode {
  const { words } = useLanguage()
  const helpful = chips.flatMap((chip, at) => {
    const stories = countsWithout[at] ?? 0
    return stories > 0 ? { chip, stories } : []
  })
  return (
    <div className={styles.empty}>
      <p>{filterWords.nothingMatches}</p>
      {helpful.length === 0 && (
        <p>
          <a href={hrefTo(feedPath)} data-refinement="">
            {words.removeAll}
          </a>
        </p>
      )}
      <ul>
        {helpful.map(({ chip, stories }, at) => (
          <li key={`${at} ${chip.path}`}>
            <a href={hrefTo(chip.path)} data-refinement="">
              {filterWords.removeFilterFor(chip.label, stories)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
