import { useEffect, useLayoutEffect, useRef } from 'react'
import { NavigationType, useLocation, useNavigationType, type Location } from 'react-router-dom'
import { keepPlace, readPlace, type Place } from '../data/reader-state.ts'

/** How long a view may take to grow to the place the reader left, in ms. */
const PATIENCE = 10_000

/**
 * Never loses the reader's place: Back, Forward and Reload return to the exact scroll position and
 * focus, however long the view takes to load; a new view starts at its top with focus on its heading.
 */
export function usePlace(): void {
  const { key, pathname, search, hash, state } = useLocation() as Location<unknown>
  const kind = useNavigationType()
  const place = useRef<Place>({ scroll: 0, link: null })
  const view = pathname + search
  const entry = `${key} ${view}`
  const hasArrived = useRef(false)
  const lastView = useRef<string | null>(null)

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
    const sameView = lastView.current === view
    lastView.current = view
    const isFirst = !hasArrived.current
    hasArrived.current = true
    const left = kind === NavigationType.Pop && !(isFirst && wasTypedAnew()) ? readPlace(entry) : null
    place.current = left ?? { scroll: 0, link: null }
    const keep = () => keepPlace(entry, place.current)
    addEventListener('pagehide', keep)
    // A place on this page: the browser goes there by itself.
    const stop = sameView && hash !== '' ? undefined : arrive(left, isFirst, isRefinement(state))
    return () => {
      removeEventListener('pagehide', keep)
      keep()
      stop?.()
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

/** Goes to where a view is entered, as soon as the view is there. Returns how to give up. */
function arrive(place: Place | null, isFirst: boolean, refinement: boolean): () => void {
  const started = performance.now()
  const target = place?.scroll ?? 0
  let focused = isFirst && place === null
  const attempt = () => {
    scrollTo(0, target)
    focused ||= place ? focusLink(place.link) : focusHeading(refinement)
    const there = Math.abs(scrollY - target) < 1
    if ((there && focused) || performance.now() - started > PATIENCE) stop()
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

/** Focuses the view's heading; a refined feed keeps the focus on the choice that was made, while it is there. */
function focusHeading(refinement: boolean): boolean {
  const active = document.activeElement
  if (refinement && active instanceof HTMLAnchorElement) return true
  const heading = document.querySelector<HTMLElement>('main h1')
  heading?.focus({ preventScroll: true })
  return heading !== null
}

function focusLink(link: Place['link']): boolean {
  if (link === null) return true
  const found = linksTo(link.href)[link.nth]
  found?.focus({ preventScroll: true })
  return found !== undefined
}

function describeLink(target: EventTarget | null): Place['link'] {
  const href = target instanceof Element ? target.closest('a')?.getAttribute('href') : null
  if (!href || !(target instanceof Element)) return null
  const nth = linksTo(href).indexOf(target.closest('a') as HTMLAnchorElement)
  return { href, nth: Math.max(nth, 0) }
}

function linksTo(href: string): HTMLAnchorElement[] {
  return [...document.querySelectorAll<HTMLAnchorElement>(`a[href="${CSS.escape(href)}"]`)]
}

function isRefinement(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'refinement' in state
}
