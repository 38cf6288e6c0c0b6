import { useState, type ReactNode } from 'react'
import { storyPageWords } from '../../../shared/words/story-page.ts'
import styles from './video-player.module.css'

interface Props {
  /** URL of a YouTube or Vimeo player, checked by the build. */
  readonly url: string
  readonly title: string
  /** Shown until the video plays. */
  readonly poster: ReactNode
}

/** A video whose player loads on request; nothing is sent to the video provider before. */
export function VideoPlayer({ url, title, poster }: Props): ReactNode {
  const [isPlaying, setPlaying] = useState(false)
  if (isPlaying) {
    return (
      <iframe
        ref={takeFocus}
        className={styles.player}
        src={url}
        title={title}
        allow="autoplay; encrypted-media; fullscreen; picture-in-picture"
        // YouTube refuses to play for a page that does not say which site it is.
        referrerPolicy="strict-origin-when-cross-origin"
        sandbox="allow-scripts allow-same-origin allow-presentation allow-popups"
      />
    )
  }
  return (
    <>
      {poster}
      <button
        type="button"
        className={styles.play}
        data-scripted=""
        title={storyPageWords.playNote(new URL(url).hostname)}
        aria-label={storyPageWords.playHere(title)}
        onClick={() => setPlaying(true)}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M8 5v14l11-7z" />
        </svg>
      </button>
    </>
  )
}

/** The button that had the focus is gone. Made once: React calls one that is new on every render, and whoever types elsewhere would lose the focus. */
function takeFocus(player: HTMLIFrameElement | null): void {
  player?.focus()
}
