import type { StorySummary } from '../../shared/contract/bundle.ts'
import type { Site } from '../../shared/contract/site.ts'
import { groupBy } from '../lib/collections.ts'
import { dayOf } from '../../shared/text/dates.ts'

/** Days with stories, newest first, each with the positions of its stories, oldest first; `summaries` oldest first. */
export function daysOf(summaries: readonly Pick<StorySummary, 'published'>[], { timeZone }: Pick<Site, 'timeZone'>): ReadonlyMap<string, readonly number[]> {
  const days = groupBy(summaries.keys(), (position) => dayOf(summaries[position]?.published ?? '', timeZone))
  return new Map([...days].reverse())
}
