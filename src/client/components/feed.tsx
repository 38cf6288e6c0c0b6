import type { ReactNode } from 'react'
import type { StorySummary } from '../../shared/bundle.ts'
import { StoryCard } from './story-card.tsx'
import styles from './feed.module.css'

/** The cards of a feed; the first is the lead. */
export function Feed({ cards }: { cards: readonly StorySummary[] }): ReactNode {
  return (
    <div className={styles.feed}>
      {cards.map((story, index) => (
        <StoryCard key={story.id} story={story} isLead={index === 0} />
      ))}
    </div>
  )
}
