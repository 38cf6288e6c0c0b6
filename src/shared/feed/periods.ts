/** The periods that part a feed: as short as its stories are many, so that no heading stands over one or two. */
export type PeriodUnit = 'day' | 'week' | 'month' | 'year'

/** Stories that a period should have on average. */
const ENOUGH = 6
const DAYS_PER_MONTH = 30.4
const WEEKS_PER_MONTH = DAYS_PER_MONTH / 7

/** The unit for a feed of so many stories over a time of so many months. */
export function periodUnit(stories: number, months: number): PeriodUnit {
  const perMonth = stories / Math.max(1, months)
  if (perMonth >= ENOUGH * DAYS_PER_MONTH) return 'day'
  if (perMonth >= ENOUGH * WEEKS_PER_MONTH) return 'week'
  return perMonth >= ENOUGH ? 'month' : 'year'
}

/** The period of a date in ISO 8601: its day, the Monday of its week (`YYYY-MM-DD`), its month or its year. */
export function periodOf(iso: string, unit: PeriodUnit): string {
  if (unit === 'year') return iso.slice(0, 4)
  if (unit === 'month') return iso.slice(0, 7)
  if (unit === 'day') return iso.slice(0, 10)
  const date = new Date(`${iso.slice(0, 10)}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7))
  return date.toISOString().slice(0, 10)
}
