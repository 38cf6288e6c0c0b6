import type { ReactNode } from 'react'
import { archiveIndexPath, archivePath } from '../../../shared/contract/permalinks.ts'
import type { MonthPage } from '../../../shared/contract/render-page.ts'
import styles from './archive.module.css'
import { ArchivePages } from './archive-pages.tsx'
import { ArchivedStories } from './archived-stories.tsx'
import { hrefTo } from '../contexts/href.ts'
import { useLanguage } from '../contexts/language.ts'
import { pageName, pageWords } from '../../../shared/words/pages.ts'

/** A page of the stories of a month, with links to its other pages. */
export function MonthArchive({ page }: { page: MonthPage }): ReactNode {
  const { words, formats } = useLanguage()
  return (
    <div id="content" className={styles.archive} tabIndex={-1}>
      <h1 tabIndex={-1} suppressHydrationWarning>
        {pageName(pageWords.monthTitle(formats.month(page.month)), page.page)}
      </h1>
      <p suppressHydrationWarning>
        {words.stories(page.count)} · <a href={hrefTo(archiveIndexPath)}>{words.archive}</a>
      </p>
      <ArchivedStories stories={page.stories} />
      <ArchivePages page={page} path={(number) => archivePath(page.month, number)} />
    </div>
  )
}
