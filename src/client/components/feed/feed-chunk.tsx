import { useCallback, useLayoutEffect, useRef, type ReactNode } from 'react'
import type { StorySummary } from '../../../shared/contract/bundle.ts'
import { FailedRequest } from '../chrome/failed-request.tsx'
import styles from './feed.module.css'
import { useLanguage } from '../contexts/language.ts'
import { StoryCard } from './story-card.tsx'

interface Props {
  readonly chunk: number
  /** Its stories by row; undefined while they load. */
  readonly rows: readonly { readonly row: number; readonly story: StorySummary }[] | undefined
  /** Number of rows in the whole feed. */
  readonly total: number
  /** Height in pixels to reserve while loading. */
  readonly height: number
  readonly isFailed: boolean
  readonly onRetry: () => void
  readonly observe: (block: Element) => () => void
}

/** Consecutive cards of a feed. While they load, a focusable placeholder takes their space and passes the focus on. */
export function FeedChunk({ chunk, rows, total, height, isFailed, onRetry, observe }: Props): ReactNode {
  const block = useRef<HTMLDivElement>(null)
  const hasPendingFocus = useRef(false)
  useLayoutEffect(() => {
    if (rows === undefined || !hasPendingFocus.current) return
    hasPendingFocus.current = false
    block.current?.querySelector<HTMLElement>('h2 a')?.focus({ preventScroll: true })
  }, [rows])
  const attach = useCallback(
    (element: HTMLDivElement) => {
      block.current = element
      return observe(element)
    },
    [observe],
  )

  if (rows === undefined) {
    const onFocusLost = () => {
      hasPendingFocus.current = true
    }
    return (
      <div key="loading" ref={attach} className={styles.loading} data-chunk={chunk} style={{ minBlockSize: height }}>
        <LoadingCards isFailed={isFailed} onRetry={onRetry} onFocusLost={onFocusLost} />
      </div>
    )
  }
  return (
    <div key="cards" ref={attach} className={styles.chunk} data-chunk={chunk} data-cards={rows.length}>
      {rows.map(({ row, story }) => (
        <StoryCard key={story.id} story={story} position={row + 1} total={total} isLead={row === 0} />
      ))}
    </div>
  )
}

interface LoadingProps {
  readonly isFailed: boolean
  readonly onRetry: () => void
  /** It had the focus when it was removed. */
  readonly onFocusLost: () => void
}

function LoadingCards({ isFailed, onRetry, onFocusLost }: LoadingProps): ReactNode {
  const { words } = useLanguage()
  const placeholder = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    const element = placeholder.current
    return () => {
      if (element?.contains(document.activeElement) === true) onFocusLost()
    }
    // Runs once, on unmount.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  return (
    <article ref={placeholder} aria-label={isFailed ? words.couldNotLoad : words.loading} tabIndex={0}>
      {isFailed ? <FailedRequest onRetry={onRetry} /> : <p>{words.loading}</p>}
    </article>
  )
}
