import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react'
import { useLanguage } from './language.ts'
import styles from './load-more.module.css'

interface Props {
  /** Stretches shown so far. */
  readonly loaded: number
  /** How many of them may load on scrolling alone. */
  readonly unasked: number
  readonly hasMore: boolean
  readonly isLoading: boolean
  readonly isFailed: boolean
  readonly onMore: () => void
}

/** How far below the window the feed's end may be when more is loaded. */
const NEAR = '1200px'

/** Loads more as the reader nears the end, and on a button that does the same. */
export function LoadMore({ loaded, unasked, hasMore, isLoading, isFailed, onMore }: Props): ReactNode {
  const { words } = useLanguage()
  const end = useRef<HTMLDivElement>(null)
  const [limit, setLimit] = useState(unasked)
  const more = useEffectEvent(onMore)
  const isUnasked = hasMore && !isFailed && loaded < limit

  useEffect(() => {
    if (!isUnasked || end.current === null) return
    const nearing = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting === true) more()
      },
      { rootMargin: NEAR },
    )
    nearing.observe(end.current)
    return () => nearing.disconnect()
  }, [isUnasked, loaded])

  const onAsk = () => {
    setLimit(loaded + unasked)
    onMore()
  }
  return (
    <div ref={end} className={styles.end}>
      {isFailed && <p role="alert">{words.couldNotLoad}</p>}
      {hasMore && (
        <button type="button" onClick={onAsk} aria-disabled={isLoading}>
          {isLoading ? words.loading : isFailed ? words.tryAgain : words.moreStories}
        </button>
      )}
      {!hasMore && loaded > 1 && (
        <p ref={takeFocus} tabIndex={-1}>
          {words.endOfFeed}
        </p>
      )}
    </div>
  )
}

/** For the words that stand where the focused button stood. */
function takeFocus(words: HTMLElement | null): void {
  if (document.activeElement === document.body) words?.focus({ preventScroll: true })
}
