import type { ReactNode } from 'react'
import { archiveIndexPath } from '../../shared/permalinks.ts'
import { hrefTo } from './href.ts'
import { useLanguage } from './language.ts'
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
