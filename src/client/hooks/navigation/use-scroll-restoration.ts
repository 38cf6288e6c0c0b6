import { useEffect, useLayoutEffect, useRef } from 'react'
import { NavigationType, useLocation, useNavigationType, type Location } from 'react-router-dom'
import { decodeSegment } from '../../../shared/text/safe-decode.ts'
import { readScrollPosition, storeScrollPosition, type ScrollPosition } from '../../data/storage/scroll-positions.ts'

/** How long to wait for a view to become as tall as the stored scroll position, in ms. */
const RESTORE_TIMEOUT = 10_000

const TOP: ScrollPosition = { scroll: 0, link: null }

/**
 * Restores scroll position and focus on Back, Forward and Reload, however long the view takes to load. A new
 * view starts at its top with the focus on its heading.
 */
export function useScrollRestoration(): void {
  const { key, pathname, search, hash, state } = useLocation() as Location<unknown>
  const kind = useNavigationType()
  const position = useRef<ScrollPosition>(TOP)
  const entry = `${key} ${pathname}${search}${hash}`
  const hasEntered = useRef(false)

  useEffect(() => {
    history.scrollRestoration = 'manual'
    const onScroll = () => {
      position.current = { ...position.current, scroll: scrollY }
    }
    const onFocus = (event: Event) => {
      position.current = { ...position.current, link: describeLink(event.target) }
    }
    addEventListener('scroll', onScroll, { passive: true })
    addEventListener('focusin', onFocus)
    // Safari does not focus a link that is clicked.
    addEventListener('click', onFocus, true)
    return () => {
      removeEventListener('scroll', onScroll)
      removeEventListener('focusin', onFocus)
      removeEventListener('click', onFocus, true)
    }
  }, [])

  useLayoutEffect(() => {
    const isFirst = !hasEntered.current
    hasEntered.current = true
    const stored = kind === NavigationType.Pop && !(isFirst && isFreshDocument()) ? readScrollPosition(entry) : null
    position.current = stored ?? TOP
    const save = () => storeScrollPosition(entry, position.current)
    addEventListener('pagehide', save)
    const stop = enterWhenReady({ stored, hash, isFirst, isRefinement: isRefinement(state) }, () => {
      // The scroll event comes a frame later, perhaps after the user has left.
      position.current = { ...position.current, scroll: scrollY }
    })
    return () => {
      removeEventListener('pagehide', save)
      save()
      stop()
    }
    // Once for each history entry; the other values only describe it.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [entry])
}

/** Whether this document was opened by a link or a typed address, not by Reload, Back or Forward. */
function isFreshDocument(): boolean {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  return navigation?.type === 'navigate'
}

/** Where a view should be scrolled to. */
interface Target {
  /** The position at which the user left this view; null for a new view. */
  readonly stored: ScrollPosition | null
  /** `#` and the id of an element; empty for the top. */
  readonly hash: string
  /** The first view of this document keeps the browser's own focus. */
  readonly isFirst: boolean
  /** The feed was refined: the focus stays on the chosen control while it exists. */
  readonly isRefinement: boolean
}

/** Scrolls to the target as soon as it exists. Returns a function that stops waiting. */
function enterWhenReady(target: Target, onMoved: () => void): () => void {
  const started = performance.now()
  const attempt = () => {
    const isThere = target.stored ? restore(target.stored) : target.hash === '' ? enterAtTop(target) : scrollToHash(target.hash)
    onMoved()
    if (isThere || performance.now() - started > RESTORE_TIMEOUT) stop()
  }
  const changes = new MutationObserver(attempt)
  // From the first touch on, the user controls the position.
  const userEvents = ['wheel', 'touchstart', 'keydown', 'pointerdown'] as const
  const stop = () => {
    changes.disconnect()
    userEvents.forEach((name) => removeEventListener(name, stop))
  }
  changes.observe(document.body, { childList: true, subtree: true })
  userEvents.forEach((name) => addEventListener(name, stop, { passive: true }))
  attempt()
  return stop
}

/** Restores a scroll position, corrected by the height that was added or removed above the focused link. */
function restore({ scroll, link }: ScrollPosition): boolean {
  const found = link === null ? undefined : linksTo(link.href)[link.nth]
  const shift = link === null || found === undefined ? 0 : topOf(found) - link.top
  const target = Math.max(0, scroll + shift)
  scrollTo(0, target)
  found?.focus({ preventScroll: true })
  return Math.abs(scrollY - target) < 1 && (link === null || found !== undefined)
}

function scrollToHash(hash: string): boolean {
  const element = document.getElementById(decodeSegment(hash.slice(1)))
  if (!element) return false
  element.scrollIntoView()
  element.tabIndex = -1
  element.focus({ preventScroll: true })
  return true
}

function enterAtTop({ isFirst, isRefinement: keepsFocus }: Target): boolean {
  // The user may have scrolled a prerendered page before this code ran.
  if (isFirst) return true
  scrollTo(0, 0)
  const control = keepsFocus ? document.activeElement : null
  if (control?.matches('a, input') === true) {
    control.scrollIntoView({ block: 'nearest' })
    return true
  }
  const heading = document.querySelector<HTMLElement>('main h1')
  heading?.focus({ preventScroll: true })
  return heading !== null
}

function describeLink(target: EventTarget | null): ScrollPosition['link'] {
  const link = target instanceof Element ? target.closest('a') : null
  const href = link?.getAttribute('href')
  return link && href ? { href, nth: Math.max(linksTo(href).indexOf(link), 0), top: topOf(link) } : null
}

function linksTo(href: string): HTMLAnchorElement[] {
  return [...document.querySelectorAll<HTMLAnchorElement>(`a[href="${CSS.escape(href)}"]`)]
}

/** Distance from the top of the document, in pixels. */
function topOf(element: Element): number {
  return element.getBoundingClientRect().top + scrollY
}

function isRefinement(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'refinement' in state
}
