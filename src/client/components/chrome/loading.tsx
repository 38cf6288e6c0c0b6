import type { ReactNode } from 'react'
import { useLanguage } from '../contexts/language.ts'
import styles from './loading.module.css'

/** A view that is loading. Becomes visible after a short delay. */
export function Loading(): ReactNode {
  const { words } = useLanguage()
  return (
    <p className={styles.loading} role="status" data-loading="">
      {words.loading}
    </p>
  )
}
