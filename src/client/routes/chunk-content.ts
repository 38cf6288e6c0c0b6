import { sortOf, type FeedFilter } from '../../shared/filter/feed-filter.ts'
import { periodOf } from '../../shared/feed/periods.ts'
import { dayOf } from '../../shared/text/dates.ts'
import type { ChunkContent, FeedItem, PeriodGroup } from '../components/feed/feed-chunk.tsx'
import type { Periods } from '../hooks/filters/use-periods.ts'

/**
 * What a chunk of a feed renders: the first is the composed front unless words were searched for, the others are
 * parted by period. `before` is the date of the last story before the chunk, if it is known. Undefined while the
 * periods load.
 */
export function toChunkContent(filter: FeedFilter, chunk: number, items: readonly FeedItem[], periods: Periods | null | undefined, before: string | undefined, timeZone?: string): ChunkContent | undefined {
  const [first, ...others] = items
  if (chunk === 0 && sortOf(filter) === 'latest' && filter.words === '' && first !== undefined) return { kind: 'front', items: [first, ...others] }
  if (chunk === 0 || periods === null) return { kind: 'stories', items }
  if (periods === undefined) return undefined
  const { unit, countOf } = periods
  const groups: (PeriodGroup & { items: FeedItem[] })[] = []
  for (const item of items) {
    const period = periodOf(dayOf(item.published, timeZone), unit)
    const last = groups.at(-1)
    if (last?.period === period) last.items.push(item)
    else {
      const isContinued = last === undefined && before !== undefined && periodOf(dayOf(before, timeZone), unit) === period
      groups.push({ period, unit, stories: countOf(period), isContinued, items: [item] })
    }
  }
  return { kind: 'periods', groups }
}
