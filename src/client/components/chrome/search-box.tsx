import { useEffect, useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { MAX_WORDS } from '../../../shared/filter/feed-filter.ts'
import { useLanguage } from '../contexts/language.ts'
import styles from './search-box.module.css'

interface Props {
  readonly text: string
  readonly onEnter: () => void
  readonly onType: (text: string, isComposing: boolean) => void
  readonly onClear: () => void
  readonly onDone: () => void
  /** The box lost the focus to a press that is not released yet; its target must not move. */
  readonly onLeave: () => void
}

const POINTER_EVENTS = ['pointerdown', 'pointerup', 'pointercancel']

/** Searches while typing. `/` focuses it from anywhere; Escape clears it, then leaves it. */
export function SearchBox({ text, onEnter, onType, onClear, onDone, onLeave }: Props): ReactNode {
  const { words } = useLanguage()
  const box = useRef<HTMLInputElement>(null)
  const isPressed = useRef(false)
  /** Text after the caret. */
  const tail = useRef('')

  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      event.preventDefault()
      box.current?.select()
      box.current?.focus()
    }
    const onPress = ({ type }: Event) => {
      isPressed.current = type === 'pointerdown'
    }
    document.addEventListener('keydown', onKey)
    for (const type of POINTER_EVENTS) document.addEventListener(type, onPress)
    return () => {
      document.removeEventListener('keydown', onKey)
      for (const type of POINTER_EVENTS) document.removeEventListener(type, onPress)
    }
  }, [])

  const rememberCaret = ({ value, selectionEnd }: HTMLInputElement) => {
    tail.current = value.slice(selectionEnd ?? 0)
  }
  // A typed filter moves from the box into the URL; the caret keeps its place before the remaining words.
  useLayoutEffect(() => {
    const input = box.current
    const caret = text.length - tail.current.length
    if (input !== document.activeElement || !text.endsWith(tail.current)) return
    if (input?.selectionEnd !== caret) input?.setSelectionRange(caret, caret)
  }, [text])

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
    event.preventDefault()
    if (text === '') box.current?.blur()
    else onClear()
  }
  return (
    <form
      role="search"
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        onDone()
        // An on-screen keyboard would cover the results.
        if (matchMedia('(pointer: coarse)').matches) box.current?.blur()
      }}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <circle cx="10.5" cy="10.5" r="6" />
        <path d="m15 15 5 5" />
      </svg>
      <input
        ref={box}
        type="search"
        name="q"
        aria-label={words.searchStories}
        aria-keyshortcuts="/"
        placeholder={words.searchStories}
        title={words.searchHint}
        autoComplete="off"
        enterKeyHint="search"
        spellCheck={false}
        maxLength={MAX_WORDS}
        dir="auto"
        value={text}
        onChange={(event) => {
          rememberCaret(event.target)
          onType(event.target.value, isComposing(event.nativeEvent))
        }}
        onSelect={(event) => rememberCaret(event.currentTarget)}
        onCompositionEnd={(event) => onType(event.currentTarget.value, false)}
        onKeyDown={onKeyDown}
        onFocus={onEnter}
        onBlur={() => (isPressed.current ? onLeave() : onDone())}
      />
      <kbd aria-hidden="true">/</kbd>
    </form>
  )
}

function isComposing(event: Event): boolean {
  return event instanceof InputEvent && event.isComposing
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type="range"]), textarea, select'))
}
