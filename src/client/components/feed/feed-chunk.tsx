import { useCallback, useLayoutEffect, useRef, type ReactNode } from 'react'
import type { StorySummary } from '../../../shared/contract/bundle.ts'
import { FailedRequest } from '../chrome/failed-request.tsx'
import styles from './feed.module.css'
import { useLanguage } from '../contexts/language.ts'
import { StoryCard } from './story-card.tsx'

interface Props {
  readonly stretch: number
  /** Its stories by row; undefined while they are on their way. */
  readonly rows: readonly { readonly row: number; readonly story: StorySummary }[] | undefined
  /** Rows of the whole feed. */
  readonly total: number
  /** Pixels to keep free until the cards stand. */
  readonly height: number
  readonly isFailed: boolean
  readonly onRetry: () => void
  readonly watch: (block: Element) => () => void
}

/** Some of a feed's cards in their places; while they load, the focus can wait there for them. */
export function FeedChunk({ stretch, rows, total, height, isFailed, onRetry, watch }: Props): ReactNode {
  const block = useRef<HTMLDivElement>(null)
  const isAwaited = useRef(false)
  useLayoutEffect(() => {
    if (rows === undefined || !isAwaited.current) return
    isAwaited.current = false
    block.current?.querySelector<HTMLElement>('h2 a')?.focus({ preventScroll: true })
  }, [rows])
  const attach = useCallback(
    (element: HTMLDivElement) => {
      block.current = element
      return watch(element)
    },
    [watch],
  )

  if (rows === undefined) {
    const onLeft = () => {
      isAwaited.current = true
    }
    return (
      <div key="wait" ref={attach} className={styles.waiting} data-stretch={stretch} style={{ minBlockSize: height }}>
        <Waiting isFailed={isFailed} onRetry={onRetry} onLeft={onLeft} />
      </div>
    )
  }
  return (
    <div key="cards" ref={attach} className={styles.stretch} data-stretch={stretch} data-cards={rows.length}>
      {rows.map(({ row, story }) => (
        <StoryCard key={story.id} story={story} place={row + 1} total={total} isLead={row === 0} />
      ))}
    </div>
  )
}

interface WaitingProps {
  readonly isFailed: boolean
  readonly onRetry: () => void
  /** It had the focus when it went. */
  readonly onLeft: () => void
}

function Waiting({ isFailed, onRetry, onLeft }: WaitingProps): ReactNode {
  const { words } = useLanguage()
  const place = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    const element = place.current
    return () => {
      if (element?.contains(document.activeElement) === true) onLeft()
    }
    // Asked once, when it goes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  return (
    <article ref={place} aria-label={isFailed ? words.couldNotLoad : words.loading} tabIndex={0}>
      {isFailed ? <FailedRequest onRetry={onRetry} /> : <p>{words.loading}</p>}
    </article>
  )
}
