import { tinykeys } from 'tinykeys'
import { sharedValue } from '../data/shared-value.ts'
import type { ShortcutId } from '../../shared/words/shortcut-id.ts'

/** A keyboard shortcut. */
export interface Shortcut {
  readonly id: ShortcutId
  /** Keys that are pressed one after the other, as `KeyboardEvent.key` names them. */
  readonly keys: readonly string[]
}

/** All keyboard shortcuts: for the handler, the help dialog and `docs/library.md`. */
export const SHORTCUTS: readonly Shortcut[] = [
  { id: 'next', keys: ['j'] },
  { id: 'previous', keys: ['k'] },
  { id: 'open', keys: ['o'] },
  { id: 'original', keys: ['v'] },
  { id: 'save', keys: ['s'] },
  { id: 'read', keys: ['m'] },
  { id: 'feed', keys: ['u'] },
  { id: 'nextStory', keys: ['n'] },
  { id: 'previousStory', keys: ['p'] },
  { id: 'search', keys: ['/'] },
  { id: 'front', keys: ['g', 'h'] },
  { id: 'saved', keys: ['g', 's'] },
  { id: 'archive', keys: ['g', 'a'] },
  { id: 'unread', keys: ['g', 'u'] },
  { id: 'known', keys: ['e'] },
  { id: 'filters', keys: ['f'] },
  { id: 'theme', keys: ['t'] },
  { id: 'help', keys: ['?'] },
]

/** Whether the help dialog is open. While its code is still loading, it opens once that is loaded. */
export const isHelpOpen = sharedValue(false)

/** What each shortcut does; those of the search box are its own. */
export type ShortcutHandlers = Readonly<Record<Exclude<ShortcutId, 'search'>, () => void>>

/** Calls handlers for their shortcuts, but not while the user types or a dialog is open. Returns how to stop. */
export function listenForShortcuts(handlers: ShortcutHandlers): () => void {
  const bindings: Record<string, (event: KeyboardEvent) => void> = {}
  // Sequences first: the last key of one must not count as a shortcut of its own.
  for (const { id, keys } of [...SHORTCUTS].sort((a, b) => b.keys.length - a.keys.length)) {
    if (id === 'search') continue
    const handle = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target) || document.querySelector('dialog[open]') !== null) return
      event.preventDefault()
      handlers[id]()
    }
    bindings[keys.join(' ')] = handle
    // On most keyboards this character needs Shift.
    if (id === 'help') bindings['Shift+?'] = handle
  }
  return tinykeys(window, bindings)
}

/** Whether an element takes the keys that are pressed. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type="range"], [type="checkbox"]), textarea, select'))
}
