import { useEffect, useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { MAX_WORDS } from '../../../shared/filter/feed-filter.ts'
import { useLanguage } from '../contexts/language.ts'
import styles from './masthead.module.css'

interface Props {
  readonly text: string
  readonly onFocus: () => void
  /** `isComposing` while an input method has not completed a word. */
  readonly onType: (text: string, isComposing: boolean) => void
  readonly onClear: () => void
  readonly onSubmit: () => void
  /** A press outside has taken the focus; nothing may move until the press ends. */
  readonly onPressOutside: () => void
}

const PRESSES = ['pointerdown', 'pointerup', 'pointercancel']

/** Searches while the user types. `/` focuses it from anywhere; Escape clears it, then leaves it. */
export function SearchBox({ text, onFocus, onType, onClear, onSubmit, onPressOutside }: Props): ReactNode {
  const { words } = useLanguage()
  const box = useRef<HTMLInputElement>(null)
  const isPressed = useRef(false)
  const textAfterCaret = useRef('')

  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (document.documentElement.dataset['shortcuts'] === 'off') return
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      event.preventDefault()
      box.current?.select()
      box.current?.focus()
    }
    const onPress = ({ type }: Event) => {
      isPressed.current = type === 'pointerdown'
    }
    document.addEventListener('keydown', onKey)
    for (const type of PRESSES) document.addEventListener(type, onPress)
    return () => {
      document.removeEventListener('keydown', onKey)
      for (const type of PRESSES) document.removeEventListener(type, onPress)
    }
  }, [])

  const saveCaret = ({ value, selectionEnd }: HTMLInputElement) => {
    textAfterCaret.current = value.slice(selectionEnd ?? 0)
  }
  // A completed filter leaves the box; the caret stays before the words that follow it.
  useLayoutEffect(() => {
    const input = box.current
    const caret = text.length - textAfterCaret.current.length
    if (input !== document.activeElement || !text.endsWith(textAfterCaret.current)) return
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
        onSubmit()
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
          saveCaret(event.target)
          onType(event.target.value, isComposing(event.nativeEvent))
        }}
        onSelect={(event) => saveCaret(event.currentTarget)}
        onCompositionEnd={(event) => onType(event.currentTarget.value, false)}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        onBlur={() => (isPressed.current ? onPressOutside() : onSubmit())}
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
