import type { ReactNode } from 'react'
import styles from './status-bar.module.css'

interface Props {
  readonly text: string
  /** What can be done about it. */
  readonly action?: { readonly name: string; readonly onDo: () => void }
}

/** Tells what has changed around the reader without moving what is being read. */
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
