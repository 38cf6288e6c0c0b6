import type { StorySummary } from '../../shared/contract/bundle.ts'
import type { Site } from '../../shared/contract/site.ts'
import { dayOf } from '../../shared/text/dates.ts'

/** Days with stories, newest first, each with the positions of its stories, oldest first; `summaries` oldest first. */
export function daysOf(summaries: readonly Pick<StorySummary, 'published'>[], { timeZone }: Pick<Site, 'timeZone'>): ReadonlyMap<string, readonly number[]> {
  const days = new Map<string, number[]>()
  for (const [position, { published }] of summaries.entries()) {
    const day = dayOf(published, timeZone)
    const others = days.get(day)
    if (others === undefined) days.set(day, [position])
    else others.push(position)
  }
  return new Map([...days].reverse())
}
