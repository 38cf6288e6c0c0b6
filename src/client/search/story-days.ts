import { decodeAscending, decodeNumbers } from '../../shared/search/varint.ts'
import type { FindDirectory } from '../../shared/search/index-format.ts'
import { DAY_MS } from '../../shared/text/durations.ts'

/** From which position, and before which, stories lie. */
export type Range = readonly [from: number, to: number]

/** When stories were published, by ranges of positions: their order is that of time. */
export class StoryDays {
  /** `YYYY-MM-DD`, ascending. */
  readonly #days: readonly string[]
  /** Where each day's stories begin, and where the last one's end. */
  readonly #starts: readonly number[]

  constructor({ firstDay, days, dayStories }: FindDirectory) {
    this.#days = Array.from(decodeAscending(days), (day) => new Date((firstDay + day) * DAY_MS).toISOString().slice(0, 10))
    const starts = [0]
    for (const stories of decodeNumbers(dayStories)) starts.push((starts.at(-1) ?? 0) + stories)
    this.#starts = starts
  }

  /** The stories from a day or month to a day or month, both included; null for no limit. */
  range(after: string | null, before: string | null): Range {
    const from = after === null ? 0 : this.#startOf((day) => day.slice(0, after.length) >= after)
    const to = before === null ? (this.#starts.at(-1) ?? 0) : this.#startOf((day) => day.slice(0, before.length) > before)
    return [from, to]
  }

  /** The stories of each month that has one, oldest first. */
  months(): (readonly [month: string, range: Range])[] {
    const months = [...new Set(this.#days.map((day) => day.slice(0, 7)))]
    return months.map((month) => [month, this.range(month, month)])
  }

  /** Where the stories begin of the first day that passes, and so all after it. */
  #startOf(passes: (day: string) => boolean): number {
    let [from, to] = [0, this.#days.length]
    while (from < to) {
      const middle = (from + to) >> 1
      if (passes(this.#days[middle] ?? '')) to = middle
      else from = middle + 1
    }
    return this.#starts[from] ?? 0
  }
}
