import type { ReactNode } from 'react'
import type { StorySummary } from '../../../shared/contract/bundle.ts'
import { feedPath, storyPath } from '../../../shared/contract/permalinks.ts'
import { pageWords } from '../../../shared/words/pages.ts'
import { hrefTo } from '../contexts/href.ts'
import { useLanguage } from '../contexts/language.ts'
import styles from './similar-stories.module.css'

/** Links to other stories from a page that was not found; each event once. */
export function SimilarStories({ stories }: { stories: readonly StorySummary[] }): ReactNode {
  const { words } = useLanguage()
  const isFirst = ({ alsoCoveredBy }: StorySummary, at: number) => !alsoCoveredBy.some(({ id }) => stories.slice(0, at).some((story) => story.id === id))
  return (
    <>
      <ul className={styles.stories} aria-label={pageWords.similarStories}>
        {stories.filter(isFirst).map(({ slug, title }) => (
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
