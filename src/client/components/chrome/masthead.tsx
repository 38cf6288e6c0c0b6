import type { ReactNode } from 'react'
import { feedPath } from '../../../shared/contract/permalinks.ts'
import { hrefTo } from '../contexts/href.ts'
import { useLanguage } from '../contexts/language.ts'
import styles from './masthead.module.css'

interface Props {
  readonly title: string
  readonly theme: 'system' | 'light' | 'dark'
  readonly onToggleTheme: () => void
  /** The search box. */
  readonly children: ReactNode
}

/** The site's name, the search box and the theme button. */
export function Masthead({ title, theme, onToggleTheme, children }: Props): ReactNode {
  const { words } = useLanguage()
  return (
    <header className={styles.masthead}>
      <a className={styles.title} href={hrefTo(feedPath)} aria-label={words.home(title)}>
        {title}
      </a>
      <div className={styles.search} data-scripted="">{children}</div>
      <button className={styles.theme} type="button" data-scripted="" onClick={onToggleTheme} title={words.theme[theme]}>
        <svg viewBox="0 0 24 24" aria-hidden="true" data-theme-icon={theme}>
          <circle cx="12" cy="12" r="8" />
          <path d={theme === 'dark' ? 'M12 4a8 8 0 0 0 0 16 8 8 0 0 0 0-16' : 'M12 4a8 8 0 0 1 0 16z'} data-hidden={theme === 'light' || undefined} />
        </svg>
        <span className="visually-hidden">{words.theme[theme]}</span>
      </button>
    </header>
  )
}
