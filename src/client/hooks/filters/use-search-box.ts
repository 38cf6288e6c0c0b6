import { startTransition, useEffect, useEffectEvent, useRef, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { useLocation, useNavigate, type Location } from 'react-router-dom'
import { filterPath } from '../../../shared/filter/feed-filter.ts'
import { parseTypedFilters } from '../../../shared/filter/query-syntax.ts'
import { prefetchFeed } from '../../data/queries/feed-query.ts'
import { prefetchIndex } from '../../data/queries/search-query.ts'
import { isFeedPath, useFeedFilter } from './use-feed-filter.ts'

/** How long fast typing rests before it is answered, in ms; the first of it, and slow typing, is answered at once. */
const REST = 120

/** What a single letter leads to is much, and seldom what is sought: more are awaited. */
const FEW = 1

/** What ends a press. */
const OVER = ['pointerup', 'pointercancel']

/** What was typed and not answered yet. */
interface Draft {
  readonly text: string
  /** The history entry it was typed on, */
  readonly key: string
  /** and the number of the answer that was on its way then, which may arrive under it. */
  readonly answer: number
}

/** The view that typing led to. */
interface Answer {
  readonly typed: string
  readonly number: number
}

interface SearchBox {
  readonly text: string
  /** The box has the focus: something will be typed. */
  onEnter(): void
  /** The text has changed; `isComposing` while an input method still makes up a word of it. */
  onType(text: string, isComposing: boolean): void
  onClear(): void
  /** The text is whole: Enter was pressed, or the box left. */
  onDone(): void
  /** The same for a box left by a press on something else, once that is over. */
  onLeave(): void
}

/**
 * The text of the search box. Its state is the URL; what that cannot hold, a filter half typed or
 * a space at the end, the history entry remembers. All that is typed before the box is left is one
 * entry, so that Back leaves the search at once.
 */
export function useSearchBox(): SearchBox {
  const client = useQueryClient()
  const navigate = useNavigate()
  const { key, pathname, state } = useLocation() as Location<unknown>
  const { filter } = useFeedFilter()
  const [draft, setDraft] = useState<Draft | null>(null)
  const isSession = useRef(false)
  const answers = useRef(0)
  /** Words of an answer on its way. */
  const sent = useRef<string | null>(null)
  const answered = answerIn(state)
  const isDrafted = draft !== null && (draft.key === key || draft.answer === answered?.number)
  const text = isDrafted ? draft.text : (answered?.typed ?? filter.words)
  const write = (typed: string) => setDraft({ text: typed, key, answer: answers.current })

  // Since the last letter: the text that waits to be answered, null when it was.
  const [waiting, setWaiting] = useState<{ text: string | null } | null>(null)

  const answer = (typed: string, isDone: boolean) => {
    const read = parseTypedFilters(filter, typed, isDone)
    const path = filterPath(read.filter)
    const kept = isDone ? read.filter.words : read.text
    // Nothing else to find: the view stays as it is, whatever the reader is about to click.
    if (path === filterPath(filter)) {
      write(kept)
      return
    }
    const replace = isSession.current
    isSession.current = true
    sent.current = read.filter.words
    prefetchFeed(client, read.filter)
    // Greater than any that an older entry remembers, also from before a reload.
    const number = (answers.current = Math.max(Date.now(), answers.current + 1))
    // In the background: the letters come first.
    startTransition(() => {
      setDraft(null)
      void navigate(path, { replace, state: { refinement: true, answer: { typed: kept, number } } })
    })
  }
  const onRest = useEffectEvent((typed: string | null) => {
    setWaiting(null)
    if (typed !== null) answer(typed, false)
  })
  useEffect(() => {
    if (waiting === null) return
    const timer = setTimeout(() => onRest(waiting.text), REST)
    return () => clearTimeout(timer)
  }, [waiting])

  // What was typed when a press began: it is read when the press is over, into the view that led to, unless that seeks other words.
  const left = useRef<{ readonly text: string; readonly words: readonly string[] } | null>(null)
  const [presses, setPresses] = useState(0)
  const onPressed = useEffectEvent(() => {
    const typed = left.current
    if (typed === null) return
    left.current = null
    if (isFeedPath(pathname) && typed.words.includes(filter.words)) answer(typed.text, true)
    isSession.current = false
  })
  useEffect(() => {
    sent.current = null
    onPressed()
  }, [key, presses])

  // The page stands before its code runs, and hydration empties the box.
  const [early] = useState(() => (import.meta.env.SSR ? '' : (document.querySelector<HTMLInputElement>('input[name="q"]')?.value ?? '')))
  const onHydrated = useEffectEvent(() => {
    if (early === '' || early === text) return
    write(early)
    answer(early, false)
  })
  useEffect(() => onHydrated(), [])

  // Back leaves the search: what is typed then begins another, and what was typed for an answer on its way is no text of that entry.
  useEffect(() => {
    const onBack = () => {
      isSession.current = false
      setDraft(null)
    }
    addEventListener('popstate', onBack)
    return () => removeEventListener('popstate', onBack)
  }, [])

  return {
    text,
    onEnter: () => prefetchIndex(client),
    onType(typed, isComposing) {
      write(typed)
      const isAnswered = !isComposing && waiting === null && typed.length > FEW
      if (isAnswered) answer(typed, false)
      setWaiting(isComposing ? null : { text: isAnswered ? null : typed })
    },
    onClear() {
      setWaiting(null)
      write('')
      answer('', false)
    },
    onDone() {
      setWaiting(null)
      answer(text, true)
      isSession.current = false
    },
    onLeave() {
      setWaiting(null)
      left.current = { text, words: [filter.words, sent.current ?? filter.words] }
      const { href } = window.location
      const onOver = () => {
        for (const type of OVER) removeEventListener(type, onOver)
        // The click comes first; where it leads, the new view goes on from.
        setTimeout(() => {
          if (window.location.href === href) setPresses((count) => count + 1)
        })
      }
      for (const type of OVER) addEventListener(type, onOver)
    },
  }
}

/** What a history entry remembers of the box. */
function answerIn(state: unknown): Answer | null {
  return typeof state === 'object' && state !== null && 'answer' in state ? (state.answer as Answer) : null
}
