import type { ReactNode } from 'react'
import type { StorySummary } from '../../shared/bundle.ts'
import { storyPath } from '../../shared/permalinks.ts'
import { hrefTo } from './href.ts'
import { useLanguage } from './language.ts'
import styles from './also-covered.module.css'

type Props = { readonly story: Pick<StorySummary, 'alsoCoveredBy' | 'coveredElsewhere'> }

/** The other stories of the same event, each by its provider: those of this reader first. */
export function AlsoCovered({ story }: Props): ReactNode {
  const { words } = useLanguage()
  if (story.alsoCoveredBy.length + story.coveredElsewhere.length === 0) return null
  return (
    <p className={styles.covered}>
      {words.alsoCoveredBy}{' '}
      {story.alsoCoveredBy.map((other) => (
        <a key={other.id} href={hrefTo(storyPath(other.slug))} title={other.title}>
          <bdi>{other.provider?.name ?? other.title}</bdi>
        </a>
      ))}
      {story.coveredElsewhere.map((other) => (
        <a key={other.url} href={other.url} title={other.title} rel="noopener noreferrer external">
          <bdi>{other.provider?.name ?? other.title}</bdi> <span aria-hidden="true">↗</span>
          <span className="visually-hidden">{words.opensElsewhere}</span>
        </a>
      ))}
    </p>
  )
}
