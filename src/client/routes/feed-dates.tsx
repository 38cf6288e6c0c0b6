import type { ReactNode } from 'react'
import { useNavigate } from 'react-router-dom'
import { filterPath, type FeedFilter } from '../../shared/filter/feed-filter.ts'
import { filterWords } from '../../shared/words/filters.ts'
import { useLanguage } from '../components/contexts/language.ts'
import { MonthHistogram } from '../components/filters/month-histogram.tsx'
import { useMonths } from '../hooks/filters/use-counts.ts'
import styles from './feed.module.css'

interface Props {
  readonly filter: FeedFilter
  /** The cards are rendered, so other requests no longer delay them. */
  readonly isReady: boolean
}

/** The date filter, or a note where all stories are from one month. Both have the same height, so nothing below moves. */
export function FeedDates({ filter, isReady }: Props): ReactNode {
  const { words, formats } = useLanguage()
  const navigate = useNavigate()
  const { all, counted } = useMonths(filter, isReady)
  // Reserves the space until the months are loaded.
  if (all === null) return <div className={styles.dates} />
  const [month, ...others] = all.map(([name]) => name)
  if (month === undefined) return null
  if (others.length === 0) {
    return (
      <section className={styles.dates}>
        <h3>{words.dates}</h3>
        <p>{filterWords.oneMonth(formats.month(month))}</p>
      </section>
    )
  }
  const onChoose = (after: string | null, before: string | null, isContinued: boolean) => {
    if (after === filter.after && before === filter.before) return
    void navigate(filterPath({ ...filter, after, before }), { replace: isContinued, state: { refinement: true } })
  }
  return <MonthHistogram span={all} months={counted} after={filter.after} before={filter.before} onChoose={onChoose} />
}
