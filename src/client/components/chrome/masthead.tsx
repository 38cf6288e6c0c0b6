import type { ReactNode } from 'react'
import { feedPath } from '../../../shared/contract/permalinks.ts'
import { hrefTo } from '../contexts/href.ts'
import { useLanguage } from '../contexts/language.ts'
import styles from './masthead.module.css'

interface Props {
  readonly title: string
  readonly onShowDisplay: () => void
  /** The search box. */
  readonly children: ReactNode
}

/** The site's name, the search box and the button for the look of pages. */
export function Masthead({ title, onShowDisplay, children }: Props): ReactNode {
  const { words } = useLanguage()
  return (
    <header className={styles.masthead}>
      <a className={styles.title} href={hrefTo(feedPath)} aria-label={words.home(title)}>
        {title}
      </a>
      <div className={styles.search} data-scripted="">{children}</div>
      <button className={styles.display} type="button" data-scripted="" aria-haspopup="dialog" aria-label={words.display} title={words.display} onClick={onShowDisplay}>
        Aa
      </button>
    </header>
  )
}
