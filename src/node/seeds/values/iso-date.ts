/** A date in UTC as `YYYY-MM-DDTHH:MM:SSZ`, or why the text is not one: a clause to follow `is not a date: `. */
export type IsoDate = { readonly iso: string } | { readonly problem: string }

const FORM =
  /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d{1,12})?)?(?: ?([Zz])|([+-])(\d\d):?(\d\d))?)?$/

const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July',
  'August', 'September', 'October', 'November', 'December',
]

const MIN_YEAR = 1000

/**
 * Parses an ISO 8601 date strictly: `2020-05-20` (midnight), `2020-05-20T08:07`, `…:07.123`, with `T` or a
 * space, and `Z`, `+02:00` or `+0200`. Without an offset it is UTC, wherever the build runs. Ignores
 * fractions of a second.
 */
export function parseIsoDate(text: string): IsoDate {
  const match = FORM.exec(text)
  if (!match) return { problem: 'write it as 2020-05-20 or 2020-05-20T08:07:00Z.' }
  const part = (index: number): number => Number(match[index] ?? '0')
  const [year, month, day, hour, minute, second] = [part(1), part(2), part(3), part(4), part(5), part(6)]
  const problem =
    problemOfDay(year, month, day) ??
    tooLarge('hours', hour, 23) ??
    tooLarge('minutes', minute, 59) ??
    tooLarge('seconds', second, 59) ??
    tooLarge('hours of the offset', part(9), 14) ??
    tooLarge('minutes of the offset', part(10), 59)
  if (problem !== null) return { problem }
  const offset = (part(9) * 60 + part(10)) * (match[8] === '-' ? -1 : 1)
  const utc = new Date(Date.UTC(year, month - 1, day, hour, minute - offset, second))
  if (utc.getUTCFullYear() > 9999 || utc.getUTCFullYear() < MIN_YEAR) return { problem: yearProblem }
  return { iso: `${utc.toISOString().slice(0, 19)}Z` }
}

const yearProblem = `the year must be between ${MIN_YEAR} and 9999.`

function problemOfDay(year: number, month: number, day: number): string | null {
  if (year < MIN_YEAR) return yearProblem
  const name = MONTHS[month - 1]
  if (name === undefined) return 'months go from 01 to 12.'
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate()
  if (day > days) return `${name}${month === 2 ? ` ${year}` : ''} has ${days} days.`
  return day === 0 ? 'days go from 01.' : null
}

function tooLarge(what: string, found: number, most: number): string | null {
  return found > most ? `${what} go from 00 to ${most}.` : null
}

/** Whether a text is the date that .NET writes for one that was not set. */
export function isUnsetDate(text: string): boolean {
  return /^0001-01-01(?:[Tt ]00:00(?::00(?:\.0+)?)?(?:[Zz]|[+-]\d\d:?\d\d)?)?$/.test(text)
}
