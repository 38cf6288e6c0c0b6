import type { ReactNode } from 'react'
import type { Topic } from '../../../shared/contract/bundle.ts'
import { topicPath } from '../../../shared/contract/permalinks.ts'
import { hrefTo } from '../contexts/href.ts'
import { useLanguage } from '../contexts/language.ts'
import { Highlighted } from '../contexts/highlights.tsx'
import styles from './topic-links.module.css'

/** A story's topics as links to their pages. */
export function TopicLinks({ topics }: { topics: readonly Topic[] }): ReactNode {
  const { words } = useLanguage()
  if (topics.length === 0) return null
  return (
    <ul className={styles.topics} aria-label={words.topics}>
      {topics.map(({ slug, name }) => (
        <li key={slug}>
          <a href={hrefTo(topicPath(slug))} dir="auto">
            <Highlighted text={name} />
          </a>
        </li>
      ))}
    </ul>
  )
}
