import type { DateOrder } from '../../config/read-options.ts'

/** A date in UTC as `YYYY-MM-DDTHH:MM:SSZ`, or why the text is not one: a clause to follow `is not a date: `. */
export type ParsedDate = { readonly iso: string } | { readonly problem: string }

const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July',
  'August', 'September', 'October', 'November', 'December',
]
const MONTH = '(?<name>[A-Za-z]{3,9})\\.?'
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th)?'
const WEEKDAY = '(?:[A-Za-z]{3,9}\\.?,? +)?'
const TIME = '(?<hour>\\d{1,2}):(?<minute>\\d{1,2})(?::(?<second>\\d{1,2})(?:[.,]\\d{1,12})?)?(?: ?(?<half>[AaPp])\\.?[Mm]\\.?)?(?: ?(?<zone>[Zz]|(?:UTC|GMT)?[+-]\\d{1,2}(?::?\\d\\d)?|[A-Za-z]{1,5}|[A-Z][A-Za-z]+/[A-Za-z_/]+))?(?: ?(?:\\([A-Za-z ]+\\)|[A-Z]{3,5}))?'
const REST = `(?:(?:[Tt]|,? +(?:at +)?)${TIME})?$`

/** The forms of a date, in the order in which they are tried. */
const FORMS: readonly RegExp[] = [
  `^(?<year>\\d{4})([-/._])(?<month>\\d{1,2})\\2(?<day>\\d{1,2})${REST}`,
  `^(?<year>\\d{4})(?<month>\\d\\d)(?<day>\\d\\d)(?:[Tt](?<hour>\\d\\d)(?<minute>\\d\\d)(?<second>\\d\\d)?(?<zone>[Zz])?)?$`,
  `^${WEEKDAY}${DAY}[ -]${MONTH},?[ -](?<year>\\d{4})${REST}`,
  `^${WEEKDAY}${MONTH} +${DAY},? +(?<year>\\d{4})${REST}`,
  `^${WEEKDAY}${MONTH} +${DAY} +${TIME} +(?<year>\\d{4})$`,
  `^(?<first>\\d{1,2})([-/.])(?<other>\\d{1,2})\\2(?<year>\\d{4})${REST}`,
].map((form) => new RegExp(form))

/** Zone names that mean one offset everywhere, in hours (RFC 5322 and others without a second meaning). */
const ZONES: Readonly<Record<string, number>> = {
  Z: 0, UT: 0, UTC: 0, GMT: 0, WET: 0, WEST: 1, CET: 1, CEST: 2, EET: 2, EEST: 3, MSK: 3, JST: 9, KST: 9, AEST: 10, AEDT: 11, NZST: 12, NZDT: 13,
  EST: -5, EDT: -4, CST: -6, CDT: -5, MST: -7, MDT: -6, PST: -8, PDT: -7,
}

const MIN_YEAR = 1000
const REMEDY = 'write it as 2020-05-20 or 2020-05-20T08:07:00Z.'

/**
 * Parses a date as people and programs write it: ISO 8601, also with one-digit parts, a short offset or the name
 * of a zone, `25 Aug 2024`, `May 20th, 2020`, the dates of emails, and seconds or milliseconds since 1970.
 * `03/04/2020` needs `order`, unless only one order is possible. Without an offset the date is UTC, wherever
 * the build runs. Ignores fractions of a second.
 */
export function parseDate(text: string, order: DateOrder = null): ParsedDate {
  const sinceEpoch = /^(\d{10})(?:\d{3})?$/.exec(text)
  if (sinceEpoch !== null) return { iso: toIso(new Date(Number(sinceEpoch[1]) * 1000)) }
  for (const form of FORMS) {
    const groups = form.exec(text)?.groups
    if (groups === undefined) continue
    const month = groups['name'] === undefined ? undefined : monthNumber(groups['name'])
    if (month === 0) continue
    return groups['first'] === undefined ? toDate(groups, month ?? number(groups['month']), number(groups['day'])) : fromOrder(groups, order)
  }
  return { problem: REMEDY }
}

/** A date whose day and month may be swapped. */
function fromOrder(groups: Groups, order: DateOrder): ParsedDate {
  const [first, other] = [number(groups['first']), number(groups['other'])]
  if (order === null && first <= 12 && other <= 12 && first !== other) {
    const asIso = (month: number, day: number) => `${groups['year']}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
    return { problem: `it may be ${asIso(other, first)} or ${asIso(first, other)}. Write one of these, or set the option dates to 'dmy' or 'mdy'.` }
  }
  const dayFirst = order === null ? first > 12 : order === 'dmy'
  return dayFirst ? toDate(groups, other, first) : toDate(groups, first, other)
}

type Groups = Readonly<Record<string, string | undefined>>

function toDate(groups: Groups, month: number, day: number): ParsedDate {
  const [year, minute, second] = [number(groups['year']), number(groups['minute']), number(groups['second'])]
  const hour = number(groups['hour'])
  const half = groups['half']?.toLowerCase()
  const problem =
    problemOfDay(year, month, day) ??
    (half === undefined ? tooLarge('hours', hour, 23) : hour < 1 || hour > 12 ? 'hours with am or pm go from 1 to 12.' : null) ??
    tooLarge('minutes', minute, 59) ??
    tooLarge('seconds', second, 59)
  if (problem !== null) return { problem }
  const shifted = half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0)
  const local = Date.UTC(year, month - 1, day, shifted, minute, second)
  const offset = offsetOf(groups['zone'] ?? 'Z', local)
  if (typeof offset === 'string') return { problem: offset }
  const utc = new Date(local - offset * 60_000)
  if (utc.getUTCFullYear() > 9999 || utc.getUTCFullYear() < MIN_YEAR) return { problem: yearProblem }
  return { iso: toIso(utc) }
}

/** The offset of a zone in minutes, for a local time in ms; or why there is none. */
function offsetOf(zone: string, local: number): number | string {
  const match = /^(?:UTC|GMT)?([+-])(\d{1,2}):?(\d\d)?$/.exec(zone)
  if (match !== null) {
    const [hours, minutes] = [number(match[2]), number(match[3])]
    const problem = tooLarge('hours of the offset', hours, 14) ?? tooLarge('minutes of the offset', minutes, 59)
    return problem ?? (hours * 60 + minutes) * (match[1] === '-' ? -1 : 1)
  }
  const hours = ZONES[zone.toUpperCase()]
  if (hours !== undefined) return hours * 60
  const problem = `the time zone ${zone} is not known. Write an offset, such as +02:00.`
  return zone.includes('/') ? (offsetInZone(zone, local) ?? problem) : problem
}

/** The offset of an IANA zone, such as `Europe/Berlin`, at a local time; null for an unknown zone. */
function offsetInZone(timeZone: string, local: number): number | null {
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
    const at = (time: number): number => {
      const name = format.formatToParts(time).find(({ type }) => type === 'timeZoneName')?.value ?? ''
      const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)/.exec(name) ?? []
      return (number(hours) * 60 + number(minutes)) * (sign === '-' ? -1 : 1)
    }
    // The offset at the local time read as UTC may differ from the one at the time itself near a change of clocks.
    return at(local - at(local) * 60_000)
  } catch {
    return null
  }
}

/** 1 to 12 for the English name of a month or its beginning; 0 for any other word. */
function monthNumber(name: string): number {
  const lower = name.toLowerCase()
  return MONTHS.findIndex((month) => month.toLowerCase().startsWith(lower === 'sept' ? 'sep' : lower)) + 1
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

function number(digits: string | undefined): number {
  return Number(digits ?? '0')
}

function toIso(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`
}

/** Whether a text is the date that .NET writes for one that was not set. */
export function isUnsetDate(text: string): boolean {
  return /^0001-01-01(?:[Tt ]00:00(?::00(?:\.0+)?)?(?:[Zz]|[+-]\d\d:?\d\d)?)?$/.test(text)
}

const IN_NAME = /(?<![\dv])(\d{4})([-_.])(\d{1,2})\2(\d{1,2})(?!\d)|^(\d{4})(\d\d)(\d\d)(?:\d{4}(?:\d\d)?)?(?=[-_ .]|$)/
const IN_FOLDERS = /(?:^|\/)(\d{4})\/(\d{1,2})\/(\d{1,2})(?=\/|$)/

/**
 * The date in a path: in its last part (`2015-1-9-title.md`), in a folder's name (`2020-05-20-title/index.md`) or in
 * three folders (`2020/05/20/title.md`); undefined without any.
 */
export function findDateInPath(path: string): string | undefined {
  for (const part of path.split('/').toReversed()) {
    const match = IN_NAME.exec(part)
    if (match === null) continue
    const [, year = match[5], , month = match[6], day = match[7]] = match
    return pad(year, month, day)
  }
  const [, year, month, day] = IN_FOLDERS.exec(path) ?? []
  return year === undefined ? undefined : pad(year, month, day)
}

function pad(year = '', month = '', day = ''): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
