import { startTransition, useEffect, useEffectEvent, useRef, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { useLocation, useNavigate, type Location } from 'react-router-dom'
import { prefetchFeed } from '../../data/queries/feed-query.ts'
import { prefetchIndex } from '../../data/queries/search-query.ts'
import { INITIAL_STATE, reduceSearchBox, textOf, type SearchBoxEvent, type SearchEntry, type SearchView } from './search-box-reducer.ts'
import { isFeedPath, useFeedFilter } from './use-feed-filter.ts'

/** Length of a pause in fast typing after which the text is searched for, in ms. */
const PAUSE = 120

/** Events that end a press. */
const RELEASES = ['pointerup', 'pointercancel']

/**
 * Connects the search box to the router. Everything typed before the box is left shares one history entry,
 * so that Back leaves the search at once.
 */
export function useSearchBox() {
  const client = useQueryClient()
  const navigate = useNavigate()
  const { key, pathname, state: entryState } = useLocation() as Location<unknown>
  const { filter } = useFeedFilter()
  const view: SearchView = { key, isFeed: isFeedPath(pathname), filter, entry: entryIn(entryState) }
  const [state, setState] = useState(INITIAL_STATE)
  // Several events may come before the next render.
  const latest = useRef(state)

  const send = (event: SearchBoxEvent) => {
    const next = reduceSearchBox(latest.current, event, view, Date.now())
    const { navigation } = next
    latest.current = next
    setState(next)
    if (navigation === null) return
    prefetchFeed(client, navigation.filter)
    // Typing has priority over the new view.
    startTransition(() => void navigate(navigation.path, { replace: navigation.replace, state: { refinement: true, search: navigation.entry } }))
  }
  const sendFromEffect = useEffectEvent(send)

  const { pending } = state
  useEffect(() => {
    if (pending === null) return
    const timer = setTimeout(() => sendFromEffect({ type: 'paused' }), PAUSE)
    return () => clearTimeout(timer)
  }, [pending])

  useEffect(() => sendFromEffect({ type: 'navigated' }), [key])

  const isPressed = state.pressed !== null
  useEffect(() => {
    if (!isPressed) return
    const { href } = window.location
    const onRelease = () =>
      // The click comes first, and may navigate.
      void setTimeout(() => {
        if (window.location.href === href) sendFromEffect({ type: 'released' })
      })
    for (const type of RELEASES) addEventListener(type, onRelease)
    return () => {
      for (const type of RELEASES) removeEventListener(type, onRelease)
    }
  }, [isPressed])

  // Hydration empties a box in which the user has typed before the code was loaded.
  const [typedEarly] = useState(() => (import.meta.env.SSR ? '' : (document.querySelector<HTMLInputElement>('input[name="q"]')?.value ?? '')))
  useEffect(() => sendFromEffect({ type: 'hydrated', text: typedEarly }), [typedEarly])

  useEffect(() => {
    const onPop = () => sendFromEffect({ type: 'popped' })
    addEventListener('popstate', onPop)
    return () => removeEventListener('popstate', onPop)
  }, [])

  return {
    text: textOf(state, view),
    onFocus: () => prefetchIndex(client),
    onType: (text: string, isComposing: boolean) => send({ type: 'typed', text, isComposing }),
    onClear: () => send({ type: 'cleared' }),
    onSubmit: () => send({ type: 'submitted' }),
    onPressOutside: () => send({ type: 'pressed-outside' }),
  }
}

/** What the history entry remembers about the box. */
function entryIn(state: unknown): SearchEntry | null {
  return typeof state === 'object' && state !== null && 'search' in state ? (state.search as SearchEntry) : null
}
