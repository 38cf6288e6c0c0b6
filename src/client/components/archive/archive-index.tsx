import { useId, type ReactNode } from 'react'
import type { MonthCounts, TopicCount } from '../../../shared/contract/bundle.ts'
import { archivePath, topicPath, TOPICS_ID } from '../../../shared/contract/permalinks.ts'
import styles from './archive.module.css'
import { hrefTo } from '../contexts/href.ts'
import { useLanguage } from '../contexts/language.ts'

interface Props {
  readonly months: MonthCounts
  readonly topics: readonly TopicCount[]
}

/** Every month with stories, year by year, newest first, and every topic, most used first. */
export function ArchiveIndex({ months, topics }: Props): ReactNode {
  const { words, formats } = useLanguage()
  const headingId = useId()
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
          <ul className={styles.links}>
            {entries.map(([month, stories]) => (
              <li key={month}>
                <a href={hrefTo(archivePath(month))} suppressHydrationWarning>
                  {formats.month(month)}
                </a>{' '}
                <span suppressHydrationWarning>{formats.number(stories)}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {topics.length > 0 && (
        <section id={TOPICS_ID} aria-labelledby={headingId}>
          <h2 id={headingId}>{words.topics}</h2>
          <ul className={styles.links}>
            {topics.map(({ slug, name, stories }) => (
              <li key={slug}>
                <a href={hrefTo(topicPath(slug))}>
                  <bdi>{name}</bdi>
                </a>{' '}
                <span suppressHydrationWarning>{formats.number(stories)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
