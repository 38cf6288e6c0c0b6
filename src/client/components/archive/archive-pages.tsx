import type { ReactNode } from 'react'
import type { ArchivePage } from '../../../shared/contract/bundle.ts'
import { PAGE_NEIGHBOURS } from '../../../shared/contract/render-page.ts'
import { pageWords } from '../../../shared/words/pages.ts'
import { hrefTo } from '../contexts/href.ts'
import { useLanguage } from '../contexts/language.ts'
import styles from './archive.module.css'

interface Props {
  readonly page: Pick<ArchivePage, 'page' | 'pages'>
  /** Permalink of a page; null for the newest. */
  readonly path: (page: number | null) => string
}

/** Links to the other pages of a list; nothing where there is only one. */
export function ArchivePages({ page: { page, pages }, path }: Props): ReactNode {
  const { formats } = useLanguage()
  if (pages === 0) return null
  const numbers = pagesToShow(page ?? pages + 1, pages)
  return (
    <nav className={styles.pages} aria-label={pageWords.archivePages}>
      {numbers.map((number, at) => (
        <a
          key={number}
          data-gap={(at > 0 && number - (numbers[at - 1] ?? 0) > 1) || undefined}
          href={hrefTo(path(number))}
          aria-label={pageWords.archivePage(number)}
          aria-current={number === page ? 'page' : undefined}
          // A full page load: the stories of an older page of a month are only in the page itself.
          data-document=""
          suppressHydrationWarning
        >
          {formats.number(number)}
        </a>
      ))}
      <a href={hrefTo(path(null))} aria-current={page === null ? 'page' : undefined} data-document="">
        {pageWords.newestPage}
      </a>
    </nav>
  )
}

/** The first page, the last, and those around the current one: links to all of hundreds would be megabytes. */
function pagesToShow(page: number, pages: number): number[] {
  const numbers = Array.from({ length: 2 * PAGE_NEIGHBOURS + 1 }, (_, at) => page - PAGE_NEIGHBOURS + at)
  return [...new Set([1, ...numbers.filter((number) => number > 1 && number < pages), pages])]
}
