import type { ReactNode } from 'react'
import { storyPath } from '../../../shared/contract/permalinks.ts'
import type { ArchivedStory } from '../../../shared/contract/bundle.ts'
import styles from './archive.module.css'
import { hrefTo } from '../contexts/href.ts'
import { useLanguage } from '../contexts/language.ts'

/** Stories as plain links, each with its date and provider. */
export function ArchivedStories({ stories }: { stories: readonly ArchivedStory[] }): ReactNode {
  const { formats } = useLanguage()
  return (
    <ul className={styles.stories}>
      {stories.map(({ slug, title, published, provider }) => (
        <li key={slug}>
          <a href={hrefTo(storyPath(slug))} dir="auto">
            {title}
          </a>
          <p>
            {provider !== null && (
              <>
                <bdi>{provider}</bdi> ·{' '}
              </>
            )}
            <time dateTime={published} suppressHydrationWarning>{formats.date(published)}</time>
          </p>
        </li>
      ))}
    </ul>
  )
}
