import { memo, type ReactNode } from 'react'
import type { StorySummary } from '../../../shared/contract/bundle.ts'
import { storyPath } from '../../../shared/contract/permalinks.ts'
import { AlsoCovered } from '../parts/also-covered.tsx'
import { hrefTo } from '../contexts/href.ts'
import { Highlighted } from '../contexts/highlights.tsx'
import { StoryImage } from '../parts/story-image.tsx'
import { StoryLine } from '../parts/story-line.tsx'
import { TopicLinks } from '../parts/topic-links.tsx'
import styles from './story-card.module.css'

interface Props {
  readonly story: StorySummary
  /** Position among all stories of the feed, counted from 1. */
  readonly position: number
  readonly total: number
  readonly isLead?: boolean
}

/** A story in the feed. The link in its heading covers the card; the lead is larger. */
export const StoryCard = memo(function StoryCard({ story, position, total, isLead = false }: Props): ReactNode {
  const headingId = `card-${story.id}`
  return (
    <article
      className={styles.card}
      data-lead={isLead || undefined}
      aria-labelledby={headingId}
      aria-posinset={position}
      aria-setsize={total}
    >
      <div className={styles.picture}>
        <StoryImage image={story.image} topic={story.topics[0]} provider={story.provider} isUrgent={isLead} />
      </div>
      <div className={styles.text}>
        <StoryLine story={story} />
        <h2 id={headingId} dir="auto">
          <a href={hrefTo(storyPath(story.slug))}>
            <Highlighted text={story.title} />
          </a>
        </h2>
        {story.excerpt !== '' && (
          <p className={styles.excerpt} dir="auto">
            <Highlighted text={story.excerpt} />
          </p>
        )}
        <TopicLinks topics={story.topics.slice(0, 3)} />
        <AlsoCovered story={story} />
      </div>
    </article>
  )
})
