import { useState, type ReactNode } from 'react'
import { useLanguage } from '../contexts/language.ts'
import styles from './video-player.module.css'

interface Props {
  /** Address of a player the build has recognised as YouTube's or Vimeo's. */
  readonly url: string
  readonly title: string
  /** What stands there before. */
  readonly poster: ReactNode
}

/** A video that loads its player only once the reader asks: nothing is told to its provider before. */
export function VideoPlayer({ url, title, poster }: Props): ReactNode {
  const { words } = useLanguage()
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
        title={words.playNote(new URL(url).hostname)}
        aria-label={words.playHere(title)}
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
