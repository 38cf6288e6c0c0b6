import type { ReactNode } from 'react'
import { archiveIndexPath, archivePath } from '../../../shared/contract/permalinks.ts'
import { MONTH_NEIGHBOURS, type MonthPage } from '../../../shared/contract/render-page.ts'
import styles from './archive.module.css'
import { ArchivedStories } from './archived-stories.tsx'
import { hrefTo } from '../contexts/href.ts'
import { useLanguage } from '../contexts/language.ts'
import { monthName, pageWords } from '../../../shared/words/pages.ts'

/** A page of the stories of a month, with links to its other pages. */
export function MonthArchive({ page }: { page: MonthPage }): ReactNode {
  const { words, formats } = useLanguage()
  const numbers = pagesToShow(page.page ?? page.pages + 1, page.pages)
  return (
    <div id="content" className={styles.archive} tabIndex={-1}>
      <h1 tabIndex={-1} suppressHydrationWarning>
        {monthName(formats.month(page.month), page.page)}
      </h1>
      <p suppressHydrationWarning>
        {words.stories(page.count)} · <a href={hrefTo(archiveIndexPath)}>{words.archive}</a>
      </p>
      <ArchivedStories stories={page.stories} />
      {page.pages > 0 && (
        <nav className={styles.pages} aria-label={pageWords.archivePages}>
          {numbers.map((number, at) => (
            <a
              key={number}
              data-gap={(at > 0 && number - (numbers[at - 1] ?? 0) > 1) || undefined}
              href={hrefTo(archivePath(page.month, number))}
              aria-label={pageWords.archivePage(number)}
              aria-current={number === page.page ? 'page' : undefined}
              // A full page load: inside the app a month is one feed.
              data-document=""
              suppressHydrationWarning
            >
              {formats.number(number)}
            </a>
          ))}
          <a href={hrefTo(archivePath(page.month))} aria-current={page.page === null ? 'page' : undefined} data-document="">
            {pageWords.newestPage}
          </a>
        </nav>
      )}
    </div>
  )
}

/** The first page, the last, and those around the current one: links to all of hundreds would be megabytes. */
function pagesToShow(page: number, pages: number): number[] {
  const numbers = Array.from({ length: 2 * MONTH_NEIGHBOURS + 1 }, (_, at) => page - MONTH_NEIGHBOURS + at)
  return [...new Set([1, ...numbers.filter((number) => number > 1 && number < pages), pages])]
}
