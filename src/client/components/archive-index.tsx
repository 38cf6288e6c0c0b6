import type { ReactNode } from 'react'
import type { MonthCounts } from '../../shared/bundle.ts'
import { archivePath } from '../../shared/permalinks.ts'
import styles from './archive.module.css'
import { hrefTo } from './href.ts'
import { useLanguage } from './language.ts'

/** Every month with stories, year by year, newest first. */
export function ArchiveIndex({ months }: { months: MonthCounts }): ReactNode {
  const { words, formats } = useLanguage()
  const years = new Map<string, MonthCounts[number][]>()
  for (const entry of months.toReversed()) {
    const year = entry[0].slice(0, 4)
    years.set(year, [...(years.get(year) ?? []), entry])
  }
  return (
    <div id="content" className={styles.archive} tabIndex={-1}>
      <h1 tabIndex={-1}>{words.archive}</h1>
      {months.length === 0 && <p>{words.noStoriesYet}</p>}
      {[...years].map(([year, entries]) => (
        <section key={year} aria-label={year}>
          <h2>{year}</h2>
          <ul className={styles.months}>
            {entries.map(([month, stories]) => (
              <li key={month}>
                <a href={hrefTo(archivePath(month))}>{formats.month(month)}</a> <span>{formats.number(stories)}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
