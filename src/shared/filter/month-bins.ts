import type { MonthCounts } from '../contract/bundle.ts'

/** Most bars of a histogram: narrower ones would be too small to press. */
const MAX_BINS = 60
/** Months in a bar: a month, a quarter, a year, and so on. */
const WIDTHS = [1, 3, 12, 60, 120, 1200]

/** A bar of the histogram: whole months, both included, `YYYY-MM`. */
export interface MonthBin {
  readonly first: string
  readonly last: string
  readonly stories: number
}

/** Splits the time from the first to the last month of `span` into equal bars and counts `months` in them. */
export function toMonthBins(span: MonthCounts, months: MonthCounts): MonthBin[] {
  const [first] = span[0] ?? []
  const [last] = span.at(-1) ?? []
  if (first === undefined || last === undefined) return []
  const from = indexOf(first)
  const to = indexOf(last)
  const width = WIDTHS.find((months) => Math.floor(to / months) - Math.floor(from / months) < MAX_BINS) ?? to + 1
  const start = Math.floor(from / width)
  const stories = new Uint32Array(Math.floor(to / width) - start + 1)
  for (const [month, count] of months) {
    const bin = Math.floor(indexOf(month) / width) - start
    if (bin in stories) stories[bin] = (stories[bin] ?? 0) + count
  }
  return Array.from(stories, (count, bin) => ({
    first: monthAt(Math.max(from, (start + bin) * width)),
    last: monthAt(Math.min(to, (start + bin + 1) * width - 1)),
    stories: count,
  }))
}

/** Months since the year 0. */
function indexOf(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
}

function monthAt(index: number): string {
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`
}
