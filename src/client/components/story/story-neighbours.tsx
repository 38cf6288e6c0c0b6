import type { ReactNode } from 'react'
import type { StorySummary } from '../../../shared/contract/bundle.ts'
import { storyPath } from '../../../shared/contract/permalinks.ts'
import { storyPageWords } from '../../../shared/words/story-page.ts'
import { hrefTo } from '../contexts/href.ts'
import styles from './story-neighbours.module.css'

/** The stories beside one in its feed; null for none. */
export interface NeighbourStories {
  readonly next: StorySummary | null
  readonly previous: StorySummary | null
}

/** Links to the next and to the previous story of the feed that the user came from. */
export function StoryNeighbours({ next, previous }: NeighbourStories): ReactNode {
  if (next === null && previous === null) return null
  return (
    <nav className={styles.neighbours} aria-label={storyPageWords.neighbours} data-scripted="">
      {next && <Neighbour story={next} rel="next" label={storyPageWords.next} />}
      {previous && <Neighbour story={previous} rel="prev" label={storyPageWords.previous} />}
    </nav>
  )
}

function Neighbour({ story, rel, label }: { story: StorySummary; rel: 'next' | 'prev'; label: string }): ReactNode {
  return (
    <a href={hrefTo(storyPath(story.slug))} rel={rel} data-replace="">
      <span>{label}</span> <b dir="auto">{story.title}</b>
    </a>
  )
}
