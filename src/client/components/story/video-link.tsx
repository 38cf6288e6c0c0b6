import type { ReactNode } from 'react'
import type { StoryVideo } from '../../../shared/contract/bundle.ts'
import { storyPageWords } from '../../../shared/words/story-page.ts'

/** A link to the video at its provider. */
export function VideoLink({ video, provider }: { video: StoryVideo; provider: string }): ReactNode {
  const host = new URL(video.url).hostname.replace(/^www\./, '')
  const isElsewhere = video.playerUrl !== null || provider === ''
  return (
    <a href={video.url} rel="noopener noreferrer external">
      {storyPageWords.watchAt(isElsewhere ? host : provider)}
    </a>
  )
}
