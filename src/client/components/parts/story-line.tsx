import type { ReactNode } from 'react'
import type { StorySummary } from '../../../shared/contract/bundle.ts'
import { useLanguage } from '../contexts/language.ts'
import { Highlighted } from '../contexts/highlights.tsx'
import { Icon } from './icon.tsx'
import { DayLink } from './story-time.tsx'
import styles from './story-line.module.css'

interface Props {
  readonly story: Pick<StorySummary, 'provider' | 'authors' | 'published' | 'type'>
  /** In place of the names of provider and authors. */
  readonly byline?: ReactNode
  /** Shown at the end. */
  readonly children?: ReactNode
}

/** A story's provider, authors, date and type. */
export function StoryLine({ story, byline, children }: Props): ReactNode {
  const { formats, words } = useLanguage()
  return (
    <p className={styles.line}>
      {byline ?? (
        <>
          {story.provider && (
            <bdi className={styles.provider}>
              <Highlighted text={story.provider.name} />
            </bdi>
          )}
          {story.authors.length > 0 && (
            <bdi>
              <Highlighted text={formats.list(story.authors)} />
            </bdi>
          )}
        </>
      )}
      <DayLink iso={story.published} />
      {story.type === 'video' && (
        <span>
          <Icon of="video" />
          {words.video}
        </span>
      )}
      {children}
    </p>
  )
}
