import { filterPath, type FeedFilter } from '../../../shared/filter/feed-filter.ts'
import { parseTypedFilters } from '../../../shared/filter/query-syntax.ts'

/** A shorter text matches most stories and is rarely all that the user wants to type, so it waits for a pause. */
const MIN_LENGTH = 2

/** Text in the box that differs from the URL. */
interface Draft {
  readonly text: string
  /** The history entry it was typed on, */
  readonly key: string
  /** and the number of the latest navigation at that time, which may complete while the user types. */
  readonly number: number
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

/** A navigation that the box asks for. */
export interface SearchNavigation {
  readonly filter: FeedFilter
  /** Permalink of the filter. */
  readonly path: string
  /** Whether it replaces the current history entry. */
  readonly replace: boolean
  readonly entry: SearchEntry
}

export interface SearchBoxState {
  /** Null while the box shows the text of the history entry. */
  readonly draft: Draft | null
  /** Set from a keystroke until typing pauses: the text to search for then, or null when its search has started already. */
  readonly pending: { readonly text: string | null } | null
  /** Whether the box has navigated since it was last left: its next navigation then replaces that history entry. */
  readonly isSession: boolean
  /** The number of the box's latest navigation. */
  readonly number: number
  /** The words of a navigation that is not complete; null for none. */
  readonly sentWords: string | null
  /** The text when a press outside the box began, and the words of the views it may be applied to; null when no press is going on. */
  readonly pressed: { readonly text: string; readonly words: readonly string[] } | null
  /** The navigation that the last event asks for; null to stay. */
  readonly navigation: SearchNavigation | null
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

export const INITIAL_STATE: SearchBoxState = { draft: null, pending: null, isSession: false, number: 0, sentWords: null, pressed: null, navigation: null }

/** The text that the box shows. */
export function textOf({ draft }: SearchBoxState, { key, filter, entry }: SearchView): string {
  const isCurrent = draft !== null && (draft.key === key || draft.number === entry?.number)
  return isCurrent ? draft.text : (entry?.typed ?? filter.words)
}

/** The state after an event in a view. `now` is the time in ms since 1970. */
export function reduceSearchBox(before: SearchBoxState, event: SearchBoxEvent, view: SearchView, now: number): SearchBoxState {
  const state = { ...before, navigation: null }
  const { filter } = view
  const write = (text: string): SearchBoxState => ({ ...state, draft: { text, key: view.key, number: state.number } })

  /** Asks to navigate to what a text says; `isDone` when the text is complete, so that a filter at its end counts. */
  const search = (from: SearchBoxState, text: string, isDone: boolean): SearchBoxState => {
    const parsed = parseTypedFilters(filter, text, isDone)
    const path = filterPath(parsed.filter)
    const typed = isDone ? parsed.filter.words : parsed.text
    // The same view: a navigation would disturb what the user is about to click. One that is not complete must be undone, though.
    if (path === filterPath(filter) && (state.sentWords ?? filter.words) === filter.words) return write(typed)
    // Greater than any number in an older history entry, also from before a reload.
    const number = Math.max(now, state.number + 1)
    const navigation = { filter: parsed.filter, path, replace: state.isSession, entry: { typed, number } }
    return { ...from, isSession: true, number, sentWords: parsed.filter.words, navigation }
  }

  switch (event.type) {
    case 'typed': {
      const { text, isComposing } = event
      const isFirst = state.pending === null && !isComposing && text.length >= MIN_LENGTH
      return { ...(isFirst ? search(write(text), text, false) : write(text)), pending: isComposing ? null : { text: isFirst ? null : text } }
    }
    case 'paused':
      return { ...(typeof state.pending?.text === 'string' ? search(state, state.pending.text, false) : state), pending: null }
    case 'cleared':
      return { ...search(write(''), '', false), pending: null }
    case 'submitted':
      // The next search adds a history entry of its own.
      return { ...search(state, textOf(state, view), true), pending: null, isSession: false }
    case 'pressed-outside':
      return { ...state, pending: null, pressed: { text: textOf(state, view), words: [filter.words, state.sentWords ?? filter.words] } }
    case 'released':
    case 'navigated': {
      const { pressed } = state
      // The text also applies to the view that the press led to, unless that view searches for other words.
      const applies = pressed !== null && view.isFeed && pressed.words.includes(filter.words)
      const next = applies ? search(state, pressed.text, true) : state
      return { ...next, sentWords: null, pressed: null, isSession: pressed === null && state.isSession }
    }
    case 'popped':
      return { ...state, draft: null, isSession: false }
    case 'hydrated':
      return event.text === '' || event.text === textOf(state, view) ? state : search(write(event.text), event.text, false)
  }
}
