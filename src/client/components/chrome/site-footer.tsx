import type { ReactNode } from 'react'
import { archiveIndexPath } from '../../../shared/contract/permalinks.ts'
import { hrefTo } from '../contexts/href.ts'
import { useLanguage } from '../contexts/language.ts'
import styles from './site-footer.module.css'

export function SiteFooter(): ReactNode {
  const { words } = useLanguage()
  return (
    <footer className={styles.footer}>
      <a href={hrefTo(archiveIndexPath)}>{words.archive}</a>
      <noscript>
        <p>{words.needsScripts}</p>
      </noscript>
      <p>{words.madeWith}</p>
    </footer>
  )
}
