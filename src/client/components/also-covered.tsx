import type { ReactNode } from 'react'
import type { StorySummary } from '../../shared/bundle.ts'
import { storyPath } from '../../shared/permalinks.ts'
import { hrefTo } from './href.ts'
import { useLanguage } from './language.ts'
import styles from './also-covered.module.css'

/** The other stories of the same event, each by its provider. */
export function AlsoCovered({ story }: { story: StorySummary }): ReactNode {
  const { words } = useLanguage()
  if (story.alsoCoveredBy.length === 0) return null
  return (
    <p className={styles.covered}>
      {words.alsoCoveredBy}{' '}
      {story.alsoCoveredBy.map((other) => (
        <a key={other.id} href={hrefTo(storyPath(other.slug))} title={other.title}>
          <bdi>{other.provider?.name ?? other.title}</bdi>
        </a>
      ))}
    </p>
  )
}
