import { DAY_MS, HOUR_MS, MINUTE_MS } from './durations.ts'

/** `YYYY-MM-DD`, which an ISO date in UTC begins with. */
const DAY_LENGTH = 10
/** Beyond this, a date says more than an age. */
const RELATIVE_LIMIT = 30 * DAY_MS

/** How a language writes dates, numbers and lists. Dates are in the site's time zone: every user sees the same day. */
export interface Formats {
  /** `20 May 2020`, in the language's own way. */
  date(iso: string): string
  /** The date with hour, minute and time zone. */
  dateTime(iso: string): string
  /** `3 hours ago` up to thirty days, the date beyond that or in the future. `now` in ms since 1970. */
  relative(iso: string, now: number): string
  /** `Wednesday, May 20, 2020`, for a day `YYYY-MM-DD`. */
  weekday(day: string): string
  /** `May 2020`, for a month `YYYY-MM`. */
  month(month: string): string
  /** A day or a month of a filter. */
  dayOrMonth(value: string): string
  number(value: number): string
  list(items: readonly string[]): string
}

/** The day `YYYY-MM-DD` of a date in a time zone. */
export function dayOf(iso: string, timeZone = 'UTC'): string {
  if (timeZone === 'UTC') return iso.slice(0, DAY_LENGTH)
  return dayFormat(timeZone).format(new Date(iso))
}

/** Swedish writes dates as ISO 8601 does. */
const dayFormat = memoized((timeZone) => new Intl.DateTimeFormat('sv', { timeZone }))

/** Formats of a BCP 47 language. Call it once and keep the result: `Intl` objects are slow to create. */
export function formatsFor(language: string, timeZone = 'UTC'): Formats {
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' })
  const dateTime = new Intl.DateTimeFormat(language, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  })
  const weekday = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone: 'UTC' })
  const month = new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', timeZone: 'UTC' })
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  const number = new Intl.NumberFormat(language)
  const list = new Intl.ListFormat(language, { type: 'conjunction' })
  // A day's stories share its date.
  const toDay = memoized((value) => day.format(new Date(value)))
  const toDate = (iso: string) => toDay(iso.length === DAY_LENGTH ? iso : dayOf(iso, timeZone))
  return {
    date: toDate,
    // Versions of ICU differ in the space before AM and PM; the page and its hydration must not.
    dateTime: memoized((iso) => dateTime.format(new Date(iso)).replaceAll('\u202f', ' ')),
    relative(iso, now) {
      const age = now - Date.parse(iso)
      if (age < 0 || age > RELATIVE_LIMIT) return toDate(iso)
      if (age < HOUR_MS) return relative.format(-Math.floor(age / MINUTE_MS), 'minute')
      if (age < DAY_MS) return relative.format(-Math.floor(age / HOUR_MS), 'hour')
      return relative.format(-Math.floor(age / DAY_MS), 'day')
    },
    weekday: memoized((value) => weekday.format(new Date(value))),
    month: (value) => month.format(new Date(value)),
    dayOrMonth: (value) => (value.length === 7 ? month : day).format(new Date(value)),
    number: (value) => number.format(value),
    list: (items) => list.format(items),
  }
}

/** Cached results of a format: the build writes the same dates on page after page. */
const MAX_CACHED = 20_000

function memoized<T>(make: (value: string) => T): (value: string) => T {
  const known = new Map<string, T>()
  return (value) => {
    const result = known.get(value) ?? make(value)
    if (known.size >= MAX_CACHED) known.clear()
    known.set(value, result)
    return result
  }
}
