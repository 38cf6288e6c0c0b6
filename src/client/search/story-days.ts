import { decodeAscending, decodeNumbers } from '../../shared/search/varint.ts'
import type { IndexDirectory } from '../../shared/search/index-format.ts'
import { DAY_MS } from '../../shared/text/durations.ts'

/** Story positions from `from` up to, but not including, `to`. */
export type Range = readonly [from: number, to: number]

/** Ranges of story positions by day: positions ascend with time. */
export class StoryDays {
  /** `YYYY-MM-DD`, ascending. */
  readonly #days: readonly string[]
  /** Position at which each day's stories begin, then the number of all stories. */
  readonly #starts: readonly number[]

  constructor({ firstDay, days, dayStories }: IndexDirectory) {
    this.#days = Array.from(decodeAscending(days), (day) => new Date((firstDay + day) * DAY_MS).toISOString().slice(0, 10))
    const starts = [0]
    for (const stories of decodeNumbers(dayStories)) starts.push((starts.at(-1) ?? 0) + stories)
    this.#starts = starts
  }

  /** The stories from a day or month to a day or month, both inclusive; null for no limit. */
  range(after: string | null, before: string | null): Range {
    const from = after === null ? 0 : this.#startOf((day) => day.slice(0, after.length) >= after)
    const to = before === null ? (this.#starts.at(-1) ?? 0) : this.#startOf((day) => day.slice(0, before.length) > before)
    return [from, to]
  }

  /** The range of each month that has stories, oldest first. */
  months(): (readonly [month: string, range: Range])[] {
    const months = [...new Set(this.#days.map((day) => day.slice(0, 7)))]
    return months.map((month) => [month, this.range(month, month)])
  }

  /** Position at which the first day that passes begins; all later days must pass too. */
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
