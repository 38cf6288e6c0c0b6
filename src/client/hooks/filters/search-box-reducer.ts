import { filterPath, type FeedFilter } from '../../../shared/filter/feed-filter.ts'
import { parseTypedFilters } from '../../../shared/filter/query-syntax.ts'

/** A shorter text matches most stories and is rarely all that the user wants to type, so it waits for a pause. */
const MIN_LENGTH = 2

/** Text in the box that differs from the URL. */
interface Draft {
  readonly text: string
  /** The history entry it was typed on, */
  readonly key: string
  /** and the latest navigation at that time, which may complete while the user types. */
  readonly navigation: number
}

/** What a history entry remembers about the box: the URL has no place for an unfinished filter or a space at the end. */
export interface SearchEntry {
  readonly typed: string
  /** The number of the navigation that created the entry. */
  readonly number: number
}

/** The view that the box belongs to, as the router sees it. */
export interface SearchView {
  /** Key of the history entry. */
  readonly key: string
  readonly isFeed: boolean
  readonly filter: FeedFilter
  /** Null for an entry that was not created by the box. */
  readonly entry: SearchEntry | null
}

export interface SearchBoxState {
  /** Null while the box shows the text of the history entry. */
  readonly draft: Draft | null
  /** Set from a keystroke until typing pauses: the text to search for then, or null when its search has started already. */
  readonly pending: { readonly text: string | null } | null
  /** Whether the box has navigated since it was last left: its next navigation then replaces that history entry. */
  readonly isSession: boolean
  /** The number of the box's latest navigation. */
  readonly navigation: number
  /** The words of a navigation that is not complete; null for none. */
  readonly sentWords: string | null
  /** The text when a press outside the box began, and the words of the views it may be applied to; null when no press is going on. */
  readonly pressed: { readonly text: string; readonly words: readonly string[] } | null
}

export type SearchBoxEvent =
  /** The text has changed; `isComposing` while an input method has not completed a word. */
  | { readonly type: 'typed'; readonly text: string; readonly isComposing: boolean }
  | { readonly type: 'paused' }
  | { readonly type: 'cleared' }
  /** Enter was pressed, or the focus has moved elsewhere. */
  | { readonly type: 'submitted' }
  /** A press outside the box has taken the focus; nothing may move until it ends. */
  | { readonly type: 'pressed-outside' }
  /** That press has ended without a navigation. */
  | { readonly type: 'released' }
  /** Another history entry is current. */
  | { readonly type: 'navigated' }
  /** The user has pressed Back or Forward. */
  | { readonly type: 'popped' }
  /** The app has hydrated a box in which something was typed before. */
  | { readonly type: 'hydrated'; readonly text: string }

/** A navigation that the box asks for. */
export interface SearchNavigation {
  readonly filter: FeedFilter
  /** Permalink of the filter. */
  readonly path: string
  /** Whether it replaces the current history entry. */
  readonly replace: boolean
  readonly entry: SearchEntry
}

export interface Transition {
  readonly state: SearchBoxState
  /** Null when the view stays the same. */
  readonly navigation: SearchNavigation | null
}

export const INITIAL_STATE: SearchBoxState = { draft: null, pending: null, isSession: false, navigation: 0, sentWords: null, pressed: null }

/** The text that the box shows. */
export function textOf({ draft }: SearchBoxState, { key, filter, entry }: SearchView): string {
  const isCurrent = draft !== null && (draft.key === key || draft.navigation === entry?.number)
  return isCurrent ? draft.text : (entry?.typed ?? filter.words)
}

/** The next state of the search box, and the navigation to start. `now` is the time in ms since 1970. */
export function reduceSearchBox(state: SearchBoxState, event: SearchBoxEvent, view: SearchView, now: number): Transition {
  switch (event.type) {
    case 'typed': {
      const { text, isComposing } = event
      const isFirst = state.pending === null && !isComposing && text.length >= MIN_LENGTH
      const written = write(state, text, view)
      const { state: next, navigation } = isFirst ? search(written, text, view, now, false) : stay(written)
      return { state: { ...next, pending: isComposing ? null : { text: isFirst ? null : text } }, navigation }
    }
    case 'paused': {
      const text = state.pending?.text ?? null
      const next = { ...state, pending: null }
      return text === null ? stay(next) : search(next, text, view, now, false)
    }
    case 'cleared':
      return search(write({ ...state, pending: null }, '', view), '', view, now, false)
    case 'submitted':
      return endSession(search({ ...state, pending: null }, textOf(state, view), view, now, true))
    case 'pressed-outside': {
      const words = [view.filter.words, state.sentWords ?? view.filter.words]
      return stay({ ...state, pending: null, pressed: { text: textOf(state, view), words } })
    }
    case 'released':
    case 'navigated': {
      const { pressed } = state
      const next = { ...state, sentWords: null, pressed: null }
      if (pressed === null) return stay(next)
      // The text also applies to the view that the press led to, unless that view searches for other words.
      const applies = view.isFeed && pressed.words.includes(view.filter.words)
      return endSession(applies ? search(next, pressed.text, view, now, true) : stay(next))
    }
    case 'popped':
      return stay({ ...state, draft: null, isSession: false })
    case 'hydrated':
      return event.text === '' || event.text === textOf(state, view) ? stay(state) : search(write(state, event.text, view), event.text, view, now, false)
  }
}

function stay(state: SearchBoxState): Transition {
  return { state, navigation: null }
}

function write(state: SearchBoxState, text: string, { key }: SearchView): SearchBoxState {
  return { ...state, draft: { text, key, navigation: state.navigation } }
}

/** Navigates to what the text asks for; `isDone` when the text is complete, so that a filter at its end counts. */
function search(state: SearchBoxState, text: string, view: SearchView, now: number, isDone: boolean): Transition {
  const parsed = parseTypedFilters(view.filter, text, isDone)
  const path = filterPath(parsed.filter)
  const typed = isDone ? parsed.filter.words : parsed.text
  // The same view: a navigation would disturb what the user is about to click.
  if (path === filterPath(view.filter)) return stay(write(state, typed, view))
  // Greater than any number in an older history entry, also from before a reload.
  const number = Math.max(now, state.navigation + 1)
  return {
    state: { ...state, isSession: true, navigation: number, sentWords: parsed.filter.words },
    navigation: { filter: parsed.filter, path, replace: state.isSession, entry: { typed, number } },
  }
}

/** The next search then adds a history entry of its own. */
function endSession({ state, navigation }: Transition): Transition {
  return { state: { ...state, isSession: false }, navigation }
}
