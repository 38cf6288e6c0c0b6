import type { ReactNode } from 'react'
import { feedPath } from '../../../shared/contract/permalinks.ts'
import type { Chip } from '../filters/facet.ts'
import { hrefTo } from '../contexts/href.ts'
import { useLanguage } from '../contexts/language.ts'
import styles from './empty-feed.module.css'

interface Props {
  readonly chips: readonly Chip[]
  /** Stories the feed would have without each chip; null while not known. */
  readonly drops: readonly (number | null)[]
  /** Words spelled as stories here spell them. */
  readonly suggestion: { readonly words: string; readonly path: string } | null
}

/** A filter without a story: says so, what may have been meant, and which refinement to drop to see some. */
export function EmptyFeed({ chips, drops, suggestion }: Props): ReactNode {
  const { words } = useLanguage()
  const helpful = chips.flatMap((chip, at) => {
    const stories = drops[at] ?? 0
    return stories > 0 ? { chip, stories } : []
  })
  return (
    <div className={styles.empty}>
      <p>{words.nothingMatches}</p>
      {suggestion && (
        <p>
          <a className={styles.suggestion} href={hrefTo(suggestion.path)} data-refinement="">
            {words.didYouMean(suggestion.words)}
          </a>
        </p>
      )}
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
              {words.drop(chip.label, stories)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
