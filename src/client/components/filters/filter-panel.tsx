import { useRef, useState, type FocusEvent, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import { useHydrated } from '../contexts/hydrated.ts'
import { useLanguage } from '../contexts/language.ts'
import { isWideLayout, useWideLayout } from './use-wide-layout.ts'
import choices from './choices.module.css'
import styles from './filter-panel.module.css'

interface Props {
  /** Number of active filters in the panel. */
  readonly active: number
  /** The counts still belong to the previous filter. */
  readonly isStale: boolean
  /** Number of matching stories; undefined while unknown. */
  readonly total: number | undefined
  /** The date filter: always visible next to the feed, otherwise in the sheet. */
  readonly dates: ReactNode
  /** The other filters; rendered only while the panel is open. */
  readonly children: ReactNode
}

/** The filters that are not topics. */
export function FilterPanel({ active, isStale, total, dates, children }: Props): ReactNode {
  const { words, formats } = useLanguage()
  const details = useRef<HTMLDetailsElement>(null)
  const isHydrated = useHydrated()
  const isWide = useWideLayout()
  const [wasWide, setWasWide] = useState(isWideLayout)
  const [isOpen, setOpen] = useState(() => active > 0 && isWideLayout())

  // A rotated or resized window must not have its feed covered.
  if (isHydrated && wasWide !== isWide) {
    setWasWide(isWide)
    setOpen(false)
  }

  const close = () => {
    if (!details.current) return
    details.current.open = false
    details.current.querySelector('summary')?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented && !isWide) close()
  }
  // The sheet may cover the next focused element.
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (relatedTarget !== null && !currentTarget.contains(relatedTarget) && !isWide) setOpen(false)
  }
  // The dimmed page behind the sheet belongs to the element itself.
  const onClick = ({ target }: MouseEvent) => {
    if (target === details.current && !isWide) close()
  }

  return (
    <>
      <div className={styles.dates} data-scripted="">{isHydrated && isWide && dates}</div>
      <details ref={details} className={`${choices.choices} ${styles.filters}`} open={isOpen} data-scripted="" data-stale={isStale || undefined} onToggle={() => setOpen(details.current?.open === true)} onKeyDown={onKeyDown} onBlur={onBlur} onClick={onClick}>
        <summary>
          {words.filters}
          {active > 0 && <span className={styles.active} suppressHydrationWarning>{formats.number(active)}</span>}
        </summary>
        <div className={styles.panel}>
          <div className={styles.groups}>
            {isOpen && !isWide && dates}
            {isOpen && children}
          </div>
          {total !== undefined && (
            <button type="button" className={styles.done} onClick={close} suppressHydrationWarning>
              {words.showStories(total)}
            </button>
          )}
        </div>
      </details>
    </>
  )
}
