import type { ReactNode } from 'react'
import { useLanguage } from './language.ts'
import styles from './site-footer.module.css'

export function SiteFooter(): ReactNode {
  const { words } = useLanguage()
  return <footer className={styles.footer}>{words.madeWith}</footer>
}
