import { useCallback, useLayoutEffect, useRef, type ReactNode } from 'react'
import type { StorySummary, Topic } from '../../../shared/contract/bundle.ts'
import { besideLines, composeFront } from '../../../shared/feed/front.ts'
import type { PeriodUnit } from '../../../shared/feed/periods.ts'
import { BrokenPart } from '../chrome/broken-part.tsx'
import { ErrorBoundary } from '../chrome/error-boundary.tsx'
import { FailedRequest } from '../chrome/failed-request.tsx'
import styles from './feed.module.css'
import { useLanguage } from '../contexts/language.ts'
import { PeriodHeading } from './period-heading.tsx'
import { StoryCard } from './story-card.tsx'

/** A story with its row in the feed, counted from 0. */
export interface FeedItem {
  readonly row: number
  readonly story: StorySummary
  /** Of its place in the feed: the newest story of its event. */
  readonly published: string
}

/** Consecutive stories of one period. */
export interface PeriodGroup {
  readonly period: string
  readonly unit: PeriodUnit
  /** Stories of the whole period; null while unknown. */
  readonly stories: number | null
  /** The period began in an earlier chunk. */
  readonly isContinued: boolean
  readonly items: readonly FeedItem[]
}

/** What a chunk renders: the front of a feed, its stories by period, or, where time is not their order, as a list. */
export type ChunkContent =
  | { readonly kind: 'front'; readonly items: readonly [FeedItem, ...FeedItem[]] }
  | { readonly kind: 'stories'; readonly items: readonly FeedItem[] }
  | { readonly kind: 'periods'; readonly groups: readonly PeriodGroup[] }

interface Props {
  readonly chunk: number
  /** Undefined while it loads. */
  readonly content: ChunkContent | undefined
  /** Number of rows in the whole feed. */
  readonly total: number
  /** Height in pixels to reserve while loading. */
  readonly height: number
  readonly isFailed: boolean
  readonly onRetry: () => void
  readonly observe: (block: Element) => () => void
  /** Slugs of topics that say nothing about a story of this feed. */
  readonly commonTopics: ReadonlySet<string>
  /** Headlines only. */
  readonly isCompact: boolean
}

/** Consecutive cards of a feed. While they load, a focusable placeholder takes their space and passes the focus on. */
export function FeedChunk({ chunk, content, total, height, isFailed, onRetry, observe, commonTopics, isCompact }: Props): ReactNode {
  const block = useRef<HTMLDivElement>(null)
  const hasPendingFocus = useRef(false)
  useLayoutEffect(() => {
    if (content === undefined || !hasPendingFocus.current) return
    hasPendingFocus.current = false
    block.current?.querySelector<HTMLElement>('h2 a')?.focus({ preventScroll: true })
  }, [content])
  const attach = useCallback(
    (element: HTMLDivElement) => {
      block.current = element
      return observe(element)
    },
    [observe],
  )

  if (content === undefined) {
    const onFocusLost = () => {
      hasPendingFocus.current = true
    }
    return (
      <div key="loading" ref={attach} className={styles.loading} data-chunk={chunk} style={{ minBlockSize: height }}>
        <LoadingCards isFailed={isFailed} onRetry={onRetry} onFocusLost={onFocusLost} />
      </div>
    )
  }
  const card = ({ row, story }: FeedItem, isLead = false, position = row + 1) => (
    <ErrorBoundary key={story.id} view={story.id} fallback={<BrokenPart />}>
      <StoryCard story={story} topic={kickerOf(story, commonTopics)} position={position} total={total} isLead={isLead} isCompact={isCompact} />
    </ErrorBoundary>
  )
  return (
    <div key="cards" ref={attach} className={styles.chunk} data-chunk={chunk} data-cards="">
      {content.kind === 'front' && renderFront(content.items, card)}
      {content.kind === 'stories' && <div className={styles.grid}>{content.items.map((item) => card(item))}</div>}
      {content.kind === 'periods' &&
        content.groups.map(({ items, ...heading }) => [
          <PeriodHeading key={heading.period} {...heading} />,
          <div key={`${heading.period} stories`} className={styles.grid} data-columns="">
            {items.map((item) => card(item))}
          </div>,
        ])}
    </div>
  )
}

function renderFront(items: readonly [FeedItem, ...FeedItem[]], card: (item: FeedItem, isLead?: boolean, position?: number) => ReactNode): ReactNode {
  const { lead, below, beside } = composeFront(items, ({ story }) => story)
  // Positions count in the order on screen.
  const positions = items.map(({ row }) => row + 1)
  return (
    <div className={styles.front} data-columns="" data-feature={items.length === 1 || undefined}>
      <div className={styles.main}>
        {card(lead, true, positions[0])}
        {below.length > 0 && <div className={styles.below}>{below.map((item, at) => card(item, false, positions[1 + at]))}</div>}
      </div>
      {beside.length > 0 && (
        <div className={styles.beside} data-lines={besideLines(beside.length)}>
          {beside.map((item, at) => card(item, false, positions[1 + below.length + at]))}
        </div>
      )}
    </div>
  )
}

/** The most specific topic of a story that not every other story of the feed has too. */
function kickerOf({ topics }: StorySummary, commonTopics: ReadonlySet<string>): Topic | null {
  return topics.find(({ slug }) => !commonTopics.has(slug)) ?? null
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
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])
  return (
    <article ref={placeholder} aria-label={isFailed ? words.couldNotLoad : words.loading} tabIndex={0} data-failed={isFailed || undefined}>
      {isFailed ? <FailedRequest onRetry={onRetry} /> : <p className="visually-hidden">{words.loading}</p>}
    </article>
  )
}
