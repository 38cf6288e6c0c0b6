import { useEffect, useEffectEvent } from 'react'

/** How far a finger must move sideways, in pixels. */
const DISTANCE = 70

/** How much farther sideways than up or down. */
const RATIO = 2.5

/** How long it may take, in ms: a slower move is no swipe. */
const DURATION = 600

/** At the edges of the window, a swipe belongs to the browser, in pixels. */
const EDGE = 30

interface Start {
  readonly x: number
  readonly y: number
  readonly time: number
}

/**
 * Calls `onSwipe` with 1 for a swipe to the next page and -1 for one to the previous page, in the direction of
 * reading. What scrolls sideways, a zoomed page and a dialog keep their own moves.
 */
export function useSwipe(onSwipe: (step: 1 | -1) => void): void {
  const swipe = useEffectEvent(onSwipe)
  useEffect(() => {
    let start: Start | null = null
    const onStart = ({ touches, target, timeStamp }: TouchEvent) => {
      const touch = touches[0]
      start = null
      if (touch === undefined || touches.length > 1 || !(target instanceof Element)) return
      const isAtEdge = touch.clientX < EDGE || touch.clientX > innerWidth - EDGE
      const isZoomed = (window.visualViewport?.scale ?? 1) > 1.01
      if (!isAtEdge && !isZoomed && !movesByItself(target)) start = { x: touch.clientX, y: touch.clientY, time: timeStamp }
    }
    const onEnd = ({ changedTouches, timeStamp }: TouchEvent) => {
      const touch = changedTouches[0]
      if (start === null || touch === undefined) return
      const [x, y] = [touch.clientX - start.x, touch.clientY - start.y]
      const isSwipe = Math.abs(x) > DISTANCE && Math.abs(x) > RATIO * Math.abs(y) && timeStamp - start.time < DURATION
      start = null
      if (!isSwipe) return
      swipe(x < 0 === (document.dir !== 'rtl') ? 1 : -1)
    }
    addEventListener('touchstart', onStart, { passive: true })
    addEventListener('touchend', onEnd, { passive: true })
    return () => {
      removeEventListener('touchstart', onStart)
      removeEventListener('touchend', onEnd)
    }
  }, [])
}

/** Whether an element or one around it uses a move sideways: a table or code that scrolls, a field, a player, a dialog. */
function movesByItself(element: Element): boolean {
  if (element.closest('input, textarea, iframe, video, audio, dialog') !== null) return true
  for (let at: Element | null = element; at !== null && at !== document.body; at = at.parentElement) {
    if (at.scrollWidth > at.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(at).overflowX)) return true
  }
  return false
}
