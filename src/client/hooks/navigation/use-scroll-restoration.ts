import { useEffect, useLayoutEffect, useRef } from 'react'
import { NavigationType, useLocation, useNavigationType, type Location } from 'react-router-dom'
import { decodeSegment } from '../../../shared/text/safe-decode.ts'
import { keepPlace, readPlace, type Place } from '../../data/reader-state.ts'

/** How long a view may take to grow to the place the reader left, in ms. */
const PATIENCE = 10_000

/**
 * Never loses the reader's place: Back, Forward and Reload return to the exact scroll position and
 * focus, however long the view takes to load; a new view starts at its top with focus on its heading.
 */
export function useScrollRestoration(): void {
  const { key, pathname, search, hash, state } = useLocation() as Location<unknown>
  const kind = useNavigationType()
  const place = useRef<Place>({ scroll: 0, link: null })
  const entry = `${key} ${pathname}${search}${hash}`
  const hasArrived = useRef(false)

  useEffect(() => {
    history.scrollRestoration = 'manual'
    const onScroll = () => {
      place.current = { ...place.current, scroll: scrollY }
    }
    const onFocus = (event: Event) => {
      place.current = { ...place.current, link: describeLink(event.target) }
    }
    addEventListener('scroll', onScroll, { passive: true })
    addEventListener('focusin', onFocus)
    // Safari gives no focus to a link that is clicked.
    addEventListener('click', onFocus, true)
    return () => {
      removeEventListener('scroll', onScroll)
      removeEventListener('focusin', onFocus)
      removeEventListener('click', onFocus, true)
    }
  }, [])

  useLayoutEffect(() => {
    const isFirst = !hasArrived.current
    hasArrived.current = true
    const left = kind === NavigationType.Pop && !(isFirst && wasTypedAnew()) ? readPlace(entry) : null
    place.current = left ?? { scroll: 0, link: null }
    const keep = () => keepPlace(entry, place.current)
    addEventListener('pagehide', keep)
    const stop = arrive({ left, hash, isFirst, isRefinement: isRefinement(state) }, () => {
      // The scroll event comes a frame later; the reader may be gone by then.
      place.current = { ...place.current, scroll: scrollY }
    })
    return () => {
      removeEventListener('pagehide', keep)
      keep()
      stop()
    }
    // One arrival for each history entry; the rest only describes it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [entry])
}

/** Whether this document was opened by a link or an address, neither reloaded nor gone back to. */
function wasTypedAnew(): boolean {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  return navigation?.type === 'navigate'
}

/** Where a view is entered. */
interface Entrance {
  /** The place it was left at; null when it is new. */
  readonly left: Place | null
  /** `#` and the id of a part of the view; empty for its top. */
  readonly hash: string
  /** The first view of this document keeps the browser's own focus. */
  readonly isFirst: boolean
  /** A refined feed keeps the focus on the choice that was made, while it is there. */
  readonly isRefinement: boolean
}

/** Goes to where a view is entered, as soon as that is there. Returns how to give up. */
function arrive(entrance: Entrance, onMoved: () => void): () => void {
  const started = performance.now()
  const attempt = () => {
    const isThere = entrance.left ? returnTo(entrance.left) : entrance.hash === '' ? enter(entrance) : goToPart(entrance.hash)
    onMoved()
    if (isThere || performance.now() - started > PATIENCE) stop()
  }
  const changes = new MutationObserver(attempt)
  // From the first touch on the place is the reader's.
  const takeovers = ['wheel', 'touchstart', 'keydown', 'pointerdown'] as const
  const stop = () => {
    changes.disconnect()
    takeovers.forEach((name) => removeEventListener(name, stop))
  }
  changes.observe(document.body, { childList: true, subtree: true })
  takeovers.forEach((name) => addEventListener(name, stop, { passive: true }))
  attempt()
  return stop
}

/** The scroll position, corrected by what has grown or shrunk above the link that was left. */
function returnTo({ scroll, link }: Place): boolean {
  const found = link === null ? undefined : linksTo(link.href)[link.nth]
  const grown = link === null || found === undefined ? 0 : topOf(found) - link.top
  const target = Math.max(0, scroll + grown)
  scrollTo(0, target)
  found?.focus({ preventScroll: true })
  return Math.abs(scrollY - target) < 1 && (link === null || found !== undefined)
}

function goToPart(hash: string): boolean {
  const part = document.getElementById(decodeSegment(hash.slice(1)))
  if (!part) return false
  part.scrollIntoView()
  part.tabIndex = -1
  part.focus({ preventScroll: true })
  return true
}

function enter({ isFirst, isRefinement: staysOnChoice }: Entrance): boolean {
  // A prerendered page may have been read, and scrolled, before this.
  if (isFirst) return true
  scrollTo(0, 0)
  const choice = staysOnChoice ? document.activeElement : null
  if (choice?.matches('a, input') === true) {
    choice.scrollIntoView({ block: 'nearest' })
    return true
  }
  const heading = document.querySelector<HTMLElement>('main h1')
  heading?.focus({ preventScroll: true })
  return heading !== null
}

function describeLink(target: EventTarget | null): Place['link'] {
  const link = target instanceof Element ? target.closest('a') : null
  const href = link?.getAttribute('href')
  return link && href ? { href, nth: Math.max(linksTo(href).indexOf(link), 0), top: topOf(link) } : null
}

function linksTo(href: string): HTMLAnchorElement[] {
  return [...document.querySelectorAll<HTMLAnchorElement>(`a[href="${CSS.escape(href)}"]`)]
}

function topOf(element: Element): number {
  return element.getBoundingClientRect().top + scrollY
}

function isRefinement(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'refinement' in state
}
