import type { ReactNode } from 'react'
import styles from './status-bar.module.css'

interface Props {
  readonly text: string
  /** An offered action. */
  readonly action?: { readonly name: string; readonly onDo: () => void }
}

/** A notice above the page that moves nothing. */
export function StatusBar({ text, action }: Props): ReactNode {
  return (
    <p className={styles.bar} role="status">
      {text}{' '}
      {action && (
        <button type="button" onClick={action.onDo}>
          {action.name}
        </button>
      )}
    </p>
  )
}
