import { startTransition, useEffect, useEffectEvent, useRef, useState } from 'react'
import { useLocation, useNavigate, type Location } from 'react-router-dom'
import { filterPath } from '../../shared/feed-filter.ts'
import { readTyped } from '../../shared/typed-filters.ts'
import { useFeedFilter } from './use-feed-filter.ts'

/** How long typing rests before it is answered, in ms. */
const REST = 120

interface SearchBox {
  readonly text: string
  /** The text has changed; `isComposing` while an input method still makes up a word of it. */
  onType(text: string, isComposing: boolean): void
  onClear(): void
  /** The text is whole: Enter was pressed, or the box left. */
  onDone(): void
}

/**
 * The text of the search box. Its state is the URL; what that cannot hold, a filter half typed or
 * a space at the end, the history entry remembers. All that is typed before the box is left is one
 * entry, so that Back leaves the search at once.
 */
export function useSearchBox(): SearchBox {
  const navigate = useNavigate()
  const { key, state } = useLocation() as Location<unknown>
  const { filter } = useFeedFilter()
  const [draft, setDraft] = useState<{ text: string; key: string } | null>(null)
  const isSession = useRef(false)
  const text = draft?.key === key ? draft.text : (typedIn(state) ?? filter.words)

  const [waiting, setWaiting] = useState<{ text: string } | null>(null)

  const answer = (typed: string, isDone: boolean) => {
    const read = readTyped(filter, typed, isDone)
    const path = filterPath(read.filter)
    const kept = isDone ? read.filter.words : read.text
    // Nothing else to find: the view stays as it is, whatever the reader is about to click.
    if (path === filterPath(filter)) {
      setDraft({ text: kept, key })
      return
    }
    const replace = isSession.current
    isSession.current = true
    // In the background: the letters come first.
    startTransition(() => {
      setDraft(null)
      void navigate(path, { replace, state: { refinement: true, typed: kept } })
    })
  }
  const onRest = useEffectEvent((typed: string) => answer(typed, false))
  useEffect(() => {
    if (waiting === null) return
    const timer = setTimeout(() => onRest(waiting.text), REST)
    return () => clearTimeout(timer)
  }, [waiting])

  // Back leaves the search: what is typed then begins another.
  useEffect(() => {
    const onBack = () => {
      isSession.current = false
    }
    addEventListener('popstate', onBack)
    return () => removeEventListener('popstate', onBack)
  }, [])

  return {
    text,
    onType(typed, isComposing) {
      setDraft({ text: typed, key })
      setWaiting(isComposing ? null : { text: typed })
    },
    onClear() {
      setWaiting(null)
      setDraft({ text: '', key })
      answer('', false)
    },
    onDone() {
      setWaiting(null)
      answer(text, true)
      isSession.current = false
    },
  }
}

function typedIn(state: unknown): string | null {
  return typeof state === 'object' && state !== null && 'typed' in state && typeof state.typed === 'string' ? state.typed : null
}
