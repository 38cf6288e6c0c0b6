import type { ReactNode } from 'react'
import { feedPath } from '../../../shared/contract/permalinks.ts'
import type { Chip } from '../contexts/facet.ts'
import { hrefTo } from '../contexts/href.ts'
import { useLanguage } from '../contexts/language.ts'
import styles from './chips.module.css'

/** The active filters; each links to the feed without it. */
export function Chips({ chips }: { chips: readonly Chip[] }): ReactNode {
  const { words } = useLanguage()
  if (chips.length === 0) return null
  return (
    <ul className={styles.chips} aria-label={words.activeFilters}>
      {chips.map((chip, at) => (
        // A word typed twice makes two chips with the same path.
        <li key={`${at} ${chip.kind}${chip.path}`}>
          <a href={hrefTo(chip.path)} aria-label={words.remove(chip.label)} data-refinement="">
            <bdi>{chip.label}</bdi>
            <span aria-hidden="true">×</span>
          </a>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <a className={styles.all} href={hrefTo(feedPath)} data-refinement="">
            {words.removeAll}
          </a>
        </li>
      )}
    </ul>
  )
}
