import type { ReactNode } from 'react'
import { feedPath, storyPath } from '../../shared/permalinks.ts'
import { hrefTo } from './href.ts'
import { useLanguage } from './language.ts'
import styles from './nearest-stories.module.css'

/** Ways on from a view that is not there. */
export function NearestStories({ stories }: { stories: readonly { slug: string; title: string }[] }): ReactNode {
  const { words } = useLanguage()
  return (
    <>
      <ul className={styles.stories} aria-label={words.nearestStories}>
        {stories.map(({ slug, title }) => (
          <li key={slug}>
            <a href={hrefTo(storyPath(slug))} dir="auto">
              {title}
            </a>
          </li>
        ))}
      </ul>
      <p>
        <a href={hrefTo(feedPath)}>{words.toFrontPage}</a>
      </p>
    </>
  )
}
