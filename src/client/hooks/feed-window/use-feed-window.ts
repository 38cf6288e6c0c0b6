import { startTransition, useCallback, useEffectEvent, useLayoutEffect, useReducer, useRef, useState, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import { chunkOf } from '../../../shared/feed/feed-chunks.ts'
import { keepHeights, readHeights } from '../../data/reader-state.ts'
import { createChunkObserver } from './observe-chunks.ts'
import { createChunkHeights, type ChunkHeights } from './chunk-heights.ts'

/** How long a jump must rest before what is there is shown, in ms: a dragged scrollbar passes thousands of stories. */
const REST = 80

/** The stretches that stand on the page as cards; all others are blank. */
export interface Shown {
  readonly first: number
  readonly last: number
  /** The stretch that holds the focus: it stays, and so do its neighbours while it is near. */
  readonly held: number | null
}

/** Whether a stretch stands on the page as cards. */
export function isShown({ first, last, held }: Shown, stretch: number): boolean {
  const isNear = (one: number) => one >= first && one <= last
  if (isNear(stretch) || held === stretch) return true
  // The next Tab must find a card there.
  return held !== null && isNear(held) && Math.abs(stretch - held) === 1
}

/** The part of a feed that is near the window. */
export interface FeedWindow {
  /** For the feed's element. */
  readonly feed: RefObject<HTMLDivElement | null>
  readonly shown: Shown
  readonly heights: ChunkHeights
  /** For `ref` of each block of the feed. */
  readonly watch: (block: Element) => () => void
  /** Tells which stretch holds the focus; null for none. */
  readonly hold: (stretch: number | null) => void
  /** Shows a row's card in the middle of the window, at once where its story is known. */
  readonly reveal: (row: number) => void
}

/**
 * Which stretches of a feed of `total` rows are shown: those near the window. Nothing is done while the
 * reader scrolls within them. `path` tells the feed, whose heights are kept for the tab's life.
 */
export function useFeedWindow(path: string, total: number): FeedWindow {
  const feed = useRef<HTMLDivElement>(null)
  const [heights, setHeights] = useState(() => createChunkHeights(windowWidth(), readHeights(path)))
  const [shown, setShown] = useState<Shown>({ first: 0, last: 0, held: null })
  const [, redraw] = useReducer((drawn: number) => drawn + 1, 0)
  const [watcher] = useState(createChunkObserver)
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined)

  const near = useEffectEvent((): Shown => {
    const top = feed.current?.getBoundingClientRect().top ?? 0
    const first = heights.at(-top - watcher.margin(), total)
    const last = heights.at(innerHeight - top + watcher.margin(), total)
    return first === shown.first && last === shown.last ? shown : { first, last, held: shown.held }
  })
  const look = useEffectEvent(() => {
    clearTimeout(resting.current)
    const next = near()
    const isJump = next.first > shown.last || next.last < shown.first
    if (isJump) resting.current = setTimeout(() => setShown(near()), REST)
    else if (next !== shown) startTransition(() => setShown(next))
  })
  const measure = useEffectEvent((blocks: readonly Element[]) => {
    if (windowWidth() !== heights.width) {
      setHeights(createChunkHeights(windowWidth(), null))
      return
    }
    const wasSettled = heights.isSettled()
    for (const block of blocks) if (block instanceof HTMLElement && block.dataset['cards'] !== undefined) measureStretch(heights, block, total)
    if (!wasSettled) redraw()
    look()
  })

  useLayoutEffect(() => {
    const disconnect = watcher.connect({ onCross: look, onResize: measure })
    // When the view is returned to: the place is found again after this effect, but before the paint.
    if (heights.isSettled()) queueMicrotask(() => flushSync(() => setShown(near())))
    return () => {
      disconnect()
      clearTimeout(resting.current)
    }
    // Once for each feed.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [watcher])

  useLayoutEffect(() => {
    const keep = () => keepHeights(path, heights.keep())
    addEventListener('pagehide', keep)
    return () => {
      removeEventListener('pagehide', keep)
      keep()
    }
  }, [path, heights])

  const hold = useCallback((held: number | null) => setShown((now) => (now.held === held ? now : { ...now, held })), [])
  const reveal = useCallback((row: number) => {
    const stretch = chunkOf(row)
    flushSync(() => setShown((now) => ({ ...now, first: stretch, last: stretch })))
    feed.current?.querySelector(`[aria-posinset="${row + 1}"]`)?.scrollIntoView({ block: 'center' })
  }, [])
  return {
    feed,
    shown,
    heights,
    watch: watcher.watch,
    hold,
    reveal,
  }
}

/** 0 in the build, which knows no window. */
function windowWidth(): number {
  return import.meta.env.SSR ? 0 : document.documentElement.clientWidth
}

/** Notes how tall a shown stretch is. */
function measureStretch(heights: ChunkHeights, block: HTMLElement, total: number): void {
  const stretch = Number(block.dataset['chunk'])
  const { top, bottom } = block.getBoundingClientRect()
  const before = heights.of(stretch, total)
  heights.note(stretch, bottom - top)
  // Safari holds nothing in place when something above the window grows.
  if (!CSS.supports('overflow-anchor', 'auto') && top < 0 && top + before < innerHeight) scrollBy(0, bottom - top - before)
  if (heights.isSettled()) return
  // The lead is larger than the others.
  const tops = Array.from(block.querySelectorAll(':scope > :not([data-lead])'), (card) => card.getBoundingClientRect().top)
  const [firstTop] = tops
  if (firstTop === undefined) return
  // Cards that are too few for the last line fill it, and say nothing of others.
  const last = tops.length - (tops.length % (tops.lastIndexOf(firstTop) + 1))
  heights.settle(((tops[last] ?? bottom) - firstTop) / last)
}
