import type { ReactNode } from 'react'
import { useLanguage } from '../contexts/language.ts'
import styles from './loading.module.css'

/** A view that is on its way. Shown only once the wait is long enough to be felt. */
export function Loading(): ReactNode {
  const { words } = useLanguage()
  return (
    <p className={styles.loading} role="status" data-loading="">
      {words.loading}
    </p>
  )
}
