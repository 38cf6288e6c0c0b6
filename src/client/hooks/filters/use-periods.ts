import { useMemo } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { MonthCounts } from '../../../shared/contract/bundle.ts'
import { sortOf, type FeedFilter } from '../../../shared/filter/feed-filter.ts'
import { periodOf, periodUnit, type PeriodUnit } from '../../../shared/feed/periods.ts'
import { monthsQuery } from '../../data/queries/bundle-query.ts'
import { isFrontPage } from './use-counts.ts'

/** The periods that part a feed. */
export interface Periods {
  readonly unit: PeriodUnit
  /** Stories of a period; null while unknown. */
  readonly countOf: (period: string) => number | null
}

/** The periods of a feed with `total` stories: null for none, undefined while unknown. Requested once they are needed. */
export function usePeriods(filter: FeedFilter, total: number, isNeeded: boolean): Periods | null | undefined {
  const isInOrderOfTime = sortOf(filter) === 'latest'
  const { data: months, isError } = useQuery({ ...monthsQuery, enabled: isInOrderOfTime && isNeeded })
  const isWhole = isFrontPage(filter)
  return useMemo(() => {
    if (!isInOrderOfTime || isError || months?.length === 0) return null
    if (months === undefined) return undefined
    const unit = periodUnit(total, monthsBetween(filter.after ?? months[0]?.[0] ?? '', filter.before ?? months.at(-1)?.[0] ?? ''))
    return { unit, countOf: (period) => (isWhole && (unit === 'month' || unit === 'year') ? countOf(months, unit, period) : null) }
  }, [isInOrderOfTime, isError, months, total, filter, isWhole])
}

function countOf(months: MonthCounts, unit: PeriodUnit, period: string): number {
  return months.reduce((sum, [month, stories]) => (periodOf(month, unit) === period ? sum + stories : sum), 0)
}

/** Months from one to another, both included, each `YYYY-MM` or a day. */
function monthsBetween(first: string, last: string): number {
  const indexOf = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))
  return indexOf(last) - indexOf(first) + 1
}
