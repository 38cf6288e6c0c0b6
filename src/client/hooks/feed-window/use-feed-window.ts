import { startTransition, useCallback, useEffectEvent, useLayoutEffect, useReducer, useRef, useState, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import { chunkOf } from '../../../shared/feed/feed-chunks.ts'
import { readChunkHeights, storeChunkHeights } from '../../data/storage/chunk-heights-store.ts'
import { createChunkObserver } from './observe-chunks.ts'
import { createChunkHeights, type ChunkHeights } from './chunk-heights.ts'

/** How long to wait after a jump before its chunks are shown, in ms: dragging the scrollbar passes thousands of stories. */
const JUMP_DELAY = 80

/** The chunks rendered as cards; all others are blank. */
export interface ShownChunks {
  readonly first: number
  readonly last: number
  /** The chunk with the focus: it stays rendered, and so do its neighbours while it is near the window. Null for none. */
  readonly focusedChunk: number | null
}

/** Whether a chunk is rendered as cards. */
export function isShown({ first, last, focusedChunk }: ShownChunks, chunk: number): boolean {
  const isNear = (one: number) => one >= first && one <= last
  if (isNear(chunk) || focusedChunk === chunk) return true
  // The next press of Tab must find a card there.
  return focusedChunk !== null && isNear(focusedChunk) && Math.abs(chunk - focusedChunk) === 1
}

/** The part of a feed that is near the window. */
export interface FeedWindow {
  /** A `ref` for the feed's element. */
  readonly feed: RefObject<HTMLDivElement | null>
  readonly shown: ShownChunks
  readonly heights: ChunkHeights
  /** A `ref` for each element of the feed. */
  readonly observe: (element: Element) => () => void
  /** Reports which chunk has the focus; null for none. */
  readonly onFocusChange: (chunk: number | null) => void
  /** Scrolls a row's card to the middle of the window, at once when its story is cached. */
  readonly scrollToRow: (row: number) => void
}

/**
 * Decides which chunks of a feed of `total` rows are rendered: those near the window. Scrolling within them
 * runs no code. The heights of the feed at `path` are stored for as long as the tab lives.
 */
export function useFeedWindow(path: string, total: number): FeedWindow {
  const feed = useRef<HTMLDivElement>(null)
  const [heights, setHeights] = useState(() => createChunkHeights(windowWidth(), readChunkHeights(path)))
  const [shown, setShown] = useState<ShownChunks>({ first: 0, last: 0, focusedChunk: null })
  const [, rerender] = useReducer((count: number) => count + 1, 0)
  const [observer] = useState(createChunkObserver)
  const jumpTimer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const findShown = useEffectEvent((): ShownChunks => {
    const top = feed.current?.getBoundingClientRect().top ?? 0
    const first = heights.at(-top - observer.margin(), total)
    const last = heights.at(innerHeight - top + observer.margin(), total)
    return first === shown.first && last === shown.last ? shown : { first, last, focusedChunk: shown.focusedChunk }
  })
  const update = useEffectEvent(() => {
    clearTimeout(jumpTimer.current)
    const next = findShown()
    const isJump = next.first > shown.last || next.last < shown.first
    if (isJump) jumpTimer.current = setTimeout(() => setShown(findShown()), JUMP_DELAY)
    else if (next !== shown) startTransition(() => setShown(next))
  })
  const onResize = useEffectEvent((elements: readonly Element[]) => {
    if (windowWidth() !== heights.width) {
      setHeights(createChunkHeights(windowWidth(), null))
      return
    }
    const hadTypicalRow = heights.hasTypicalRow()
    for (const element of elements) if (element instanceof HTMLElement && element.dataset['cards'] !== undefined) measureChunk(heights, element, total)
    if (!hadTypicalRow) rerender()
    update()
  })

  useLayoutEffect(() => {
    const disconnect = observer.connect({ onCross: update, onResize })
    // On return to a view, its scroll position is restored after this effect but before the paint.
    if (heights.hasTypicalRow()) queueMicrotask(() => flushSync(() => setShown(findShown())))
    return () => {
      disconnect()
      clearTimeout(jumpTimer.current)
    }
    // Once for each feed.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [observer])

  useLayoutEffect(() => {
    const save = () => storeChunkHeights(path, heights.toStored())
    addEventListener('pagehide', save)
    return () => {
      removeEventListener('pagehide', save)
      save()
    }
  }, [path, heights])

  const onFocusChange = useCallback((focusedChunk: number | null) => setShown((now) => (now.focusedChunk === focusedChunk ? now : { ...now, focusedChunk })), [])
  const scrollToRow = useCallback((row: number) => {
    const chunk = chunkOf(row)
    flushSync(() => setShown((now) => ({ ...now, first: chunk, last: chunk })))
    feed.current?.querySelector(`[aria-posinset="${row + 1}"]`)?.scrollIntoView({ block: 'center' })
  }, [])
  return { feed, shown, heights, observe: observer.observe, onFocusChange, scrollToRow }
}

/** How much higher a line of a grid is than its cards are on average. */
const LINE_SURPLUS = 1.05

/** 0 while prerendering. */
function windowWidth(): number {
  return import.meta.env.SSR ? 0 : document.documentElement.clientWidth
}

/** Records the height of a rendered chunk, and of a typical row when none is known. */
function measureChunk(heights: ChunkHeights, element: HTMLElement, total: number): void {
  const chunk = Number(element.dataset['chunk'])
  const { top, bottom } = element.getBoundingClientRect()
  const before = heights.of(chunk, total)
  heights.record(chunk, bottom - top)
  // Safari has no scroll anchoring: content that grows above the window would move the page.
  if (!CSS.supports('overflow-anchor', 'auto') && top < 0 && top + before < innerHeight) scrollBy(0, bottom - top - before)
  if (heights.hasTypicalRow()) return
  // The lead card is larger than the others.
  const cards = Array.from(element.querySelectorAll('article:not([data-lead])'), (card) => card.getBoundingClientRect().height)
  if (cards.length === 0) return
  const columns = Number(getComputedStyle(element).getPropertyValue('--columns')) || 1
  // A line of the grid is as high as its highest card.
  heights.setTypicalRow(cards.reduce((sum, height) => sum + height, 0) / cards.length / columns * (columns > 1 ? LINE_SURPLUS : 1))
}
