import type { ReactNode } from 'react'
import { dayPath } from '../../../shared/contract/permalinks.ts'
import type { PeriodUnit } from '../../../shared/feed/periods.ts'
import { hrefTo } from '../contexts/href.ts'
import { useLanguage } from '../contexts/language.ts'
import styles from './period-heading.module.css'

interface Props {
  readonly period: string
  readonly unit: PeriodUnit
  /** Stories of the period; null while unknown. */
  readonly stories: number | null
  /** The period began in an earlier chunk: visible only while it sticks to the top of the window. */
  readonly isContinued: boolean
}

/** Names the period of the stories below it. No heading element, because a feed may own articles only. */
export function PeriodHeading({ period, unit, stories, isContinued }: Props): ReactNode {
  const { words, formats } = useLanguage()
  const name = { year: () => period, month: () => formats.month(period), week: () => words.weekOf(formats.date(period)), day: () => formats.weekday(period) }[unit]()
  return (
    <div className={styles.heading} data-continued={isContinued || undefined} aria-hidden={isContinued || undefined}>
      <div className={styles.bar}>
        {unit === 'day' ? <a href={hrefTo(dayPath(period))} data-document="">{name}</a> : name}
        {stories !== null && <span>{formats.number(stories)}</span>}
      </div>
    </div>
  )
}
