import { memo, useState, type ReactNode } from 'react'
import type { StorySummary, Topic } from '../../../shared/contract/bundle.ts'
import { storyPath, topicPath } from '../../../shared/contract/permalinks.ts'
import { LibraryPart } from '../library/library-part.tsx'
import { AlsoCovered } from '../parts/also-covered.tsx'
import { finishExcerpt } from '../parts/excerpt-end.ts'
import { isHostFailing } from '../parts/failed-pictures.ts'
import { hrefTo } from '../contexts/href.ts'
import { Highlighted } from '../contexts/highlights.tsx'
import { useHydrated } from '../contexts/hydrated.ts'
import { StoryImage } from '../parts/story-image.tsx'
import { StoryLine } from '../parts/story-line.tsx'
import styles from './story-card.module.css'

interface Props {
  readonly story: StorySummary
  /** The topic above the headline; null for none. */
  readonly topic: Topic | null
  /** Position among all stories of the feed, counted from 1. */
  readonly position: number
  readonly total: number
  readonly isLead?: boolean
  /** Headline, source and date only. */
  readonly isCompact?: boolean
}

/** A story in the feed. The link in its heading covers the card; the lead is larger. */
export const StoryCard = memo(function StoryCard({ story, topic, position, total, isLead = false, isCompact = false }: Props): ReactNode {
  const headingId = `card-${story.id}`
  const { image } = story
  const isHydrated = useHydrated()
  // Decided once, on mount: a picture that fails later keeps its space.
  const [hasPicture] = useState(image !== null && !(isHydrated && isHostFailing(image.url)))
  return (
    <article
      className={styles.card}
      data-lead={isLead || undefined}
      aria-labelledby={headingId}
      aria-posinset={position}
      aria-setsize={total}
    >
      {hasPicture && image !== null && !isCompact && (
        <div className={styles.picture}>
          <StoryImage image={image} topic={story.topics[0]} provider={story.provider} isUrgent={isLead} />
        </div>
      )}
      {topic !== null && !isCompact && (
        <p className={styles.kicker}>
          <a href={hrefTo(topicPath(topic.slug))} dir="auto">
            <Highlighted text={topic.name} />
          </a>
        </p>
      )}
      <h2 id={headingId} dir="auto" lang={story.foreignLanguage}>
        <a href={hrefTo(storyPath(story.slug))}>
          <Highlighted text={story.title} />
        </a>
      </h2>
      {story.excerpt !== '' && !isCompact && (
        <p className={styles.excerpt} dir="auto" lang={story.foreignLanguage}>
          <Highlighted text={finishExcerpt(story.excerpt)} />
        </p>
      )}
      <div className={styles.source}>
        <LibraryPart part="CardMarks" story={story} />
        <StoryLine story={story} />
        {!isCompact && <AlsoCovered story={story} />}
      </div>
    </article>
  )
})
