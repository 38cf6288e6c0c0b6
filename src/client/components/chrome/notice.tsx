import type { ReactNode } from 'react'
import styles from './notice.module.css'

/** A view with a message instead of stories. */
export function Notice({ title, children }: { title: string; children?: ReactNode }): ReactNode {
  return (
    <div id="content" className={styles.notice} tabIndex={-1}>
      <h1 tabIndex={-1}>{title}</h1>
      {children}
    </div>
  )
}
