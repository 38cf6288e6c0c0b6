import { useEffect, useRef, type ReactNode } from 'react'
import styles from './dialog.module.css'

interface Props {
  /** Id of the heading. */
  readonly id: string
  readonly title: string
  readonly closeText: string
  readonly className: string | undefined
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A modal dialog with a heading and a button that closes it. */
export function Dialog({ id, title, closeText, className = '', onClose, children }: Props): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} className={`${styles.dialog} ${className}`} aria-labelledby={id} onClose={onClose}>
      <h2 id={id}>{title}</h2>
      {children}
      <form method="dialog">
        <button type="submit">{closeText}</button>
      </form>
    </dialog>
  )
}
