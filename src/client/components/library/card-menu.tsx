import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import styles from './card-menu.module.css'

/** An entry of a menu. */
export interface MenuItem {
  readonly key: string
  readonly label: string
  /** For what can be switched: whether it is on. Null for an action. */
  readonly isOn: boolean | null
  readonly onSelect: () => void
}

interface Props {
  /** What the button says. */
  readonly label: string
  readonly items: readonly MenuItem[]
}

const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
}

/** A button that opens a menu: arrow keys move, Enter selects, Escape and Tab close. */
export function CardMenu({ label, items }: Props): ReactNode {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const menu = useRef<HTMLUListElement>(null)
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    const [list, opener] = [menu.current, button.current]
    if (!isOpen || list === null || opener === null) return
    // Above all else, where the browser can: no card or bar covers it.
    if ('showPopover' in list) list.showPopover()
    place(list, opener.getBoundingClientRect())
    list.querySelector<HTMLElement>('[role^="menuitem"]')?.focus({ preventScroll: true })
    const close = (event: Event) => {
      if (event.type === 'scroll' || !(event.target instanceof Node && (list.contains(event.target) || opener.contains(event.target)))) setOpen(false)
    }
    document.addEventListener('pointerdown', close)
    addEventListener('scroll', close, { passive: true })
    return () => {
      document.removeEventListener('pointerdown', close)
      removeEventListener('scroll', close)
    }
  }, [isOpen])

  const leave = () => {
    button.current?.focus({ preventScroll: true })
    setOpen(false)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // Shortcuts of the page would act on the card behind.
    event.stopPropagation()
    const entries = [...(menu.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])]
    const at = entries.findIndex((entry) => entry === document.activeElement)
    const step = STEPS[event.key]
    const typed = event.key.length === 1 ? entries.find((entry, index) => index > at && entry.textContent.toLowerCase().startsWith(event.key.toLowerCase())) : undefined
    const next = step ? entries[step(at, entries.length)] : typed
    if (event.key === 'Escape' || event.key === 'Tab') leave()
    next?.focus({ preventScroll: true })
    if (event.key === 'Escape' || next !== undefined) event.preventDefault()
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles.button}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M5 12h.01M12 12h.01M19 12h.01" />
        </svg>
      </button>
      {isOpen && (
        <ul ref={menu} id={id} role="menu" aria-label={label} popover="manual" className={styles.menu} onKeyDown={onKeyDown}>
          {items.map(({ key, label: text, isOn, onSelect }) => (
            <li key={key} role="none">
              <button
                type="button"
                role={isOn === null ? 'menuitem' : 'menuitemcheckbox'}
                aria-checked={isOn ?? undefined}
                tabIndex={-1}
                dir="auto"
                onClick={() => {
                  leave()
                  onSelect()
                }}
              >
                {text}
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** Puts the menu under its button, or above it where there is more room. */
function place({ style, offsetHeight, offsetWidth }: HTMLElement, { top, bottom, right, left }: DOMRect): void {
  const isAbove = bottom + offsetHeight > innerHeight && top > innerHeight - bottom
  style.top = `${isAbove ? Math.max(0, top - offsetHeight) : bottom}px`
  style.left = `${Math.max(0, Math.min(right - offsetWidth < 0 ? left : right - offsetWidth, innerWidth - offsetWidth))}px`
}
