import type { ReactNode } from 'react'
import type { StorySummary } from '../../../shared/contract/bundle.ts'
import { useLanguage } from '../contexts/language.ts'
import { Highlighted } from '../contexts/highlights.tsx'
import { Icon } from './icon.tsx'
import { StoryTime } from './story-time.tsx'
import styles from './story-line.module.css'

type Props = { readonly story: Pick<StorySummary, 'provider' | 'published' | 'type' | 'unpublished'> }

/** A story's provider, date and type. */
export function StoryLine({ story }: Props): ReactNode {
  const { words } = useLanguage()
  return (
    <p className={styles.line}>
      {story.provider && (
        <span className={styles.provider}>
          <bdi>
            <Highlighted text={story.provider.name} />
          </bdi>
        </span>
      )}
      <StoryTime iso={story.published} />
      {story.type === 'video' && (
        <span className={styles.video}>
          <Icon of="video" />
          {words.video}
        </span>
      )}
      {story.unpublished && <span title={words.archivedHint}>{words.archived}</span>}
    </p>
  )
}
