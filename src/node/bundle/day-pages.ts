import { MAX_DAY_EVENTS, MAX_DAY_SOURCES, type DayEvent, type DayPage } from '../../shared/contract/render-page.ts'
import type { StorySummary } from '../../shared/contract/bundle.ts'
import type { Thread } from '../threads/find-threads.ts'
import { THREAD_WEIGHTS } from '../threads/thread-weights.ts'
import { toArchived } from './archive-pages.ts'
import { compareLeads } from './event-lead.ts'
import type { Bundle } from './assemble-bundle.ts'

/** The pages of all days, newest first. */
export function* dayPages(bundle: Bundle): Generator<DayPage> {
  const days = [...bundle.days()]
  const threads = new Map(bundle.threads().flatMap((thread) => thread.stories.map((position) => [position, thread] as const)))
  for (const [at, [day, positions]] of days.entries()) {
    yield {
      day,
      previous: days[at + 1]?.[0] ?? null,
      next: days[at - 1]?.[0] ?? null,
      count: positions.length,
      newest: bundle.summaries()[positions.at(-1) ?? 0]?.published ?? '',
      events: eventsOf(positions, bundle.summaries(), threads),
    }
  }
}

/** The events of a day. What came later counts for nothing, so that its page stays as it is. */
function eventsOf(positions: readonly number[], summaries: readonly StorySummary[], threads: ReadonlyMap<number, Thread>): DayEvent[] {
  const left = new Set(positions)
  const events: (DayEvent & { readonly heat: number })[] = []
  for (const position of positions.toReversed()) {
    if (!left.has(position)) continue
    const members = [position, ...(summaries[position]?.alsoCoveredBy ?? []).map((other) => other.position)].filter((one) => left.delete(one))
    const stories = members.flatMap((member) => summaries[member] ?? []).sort(compareLeads)
    const [lead, ...others] = stories
    if (lead === undefined) continue
    events.push({
      story: toArchived(lead),
      excerpt: lead.excerpt,
      sources: stories.length,
      others: others.slice(0, MAX_DAY_SOURCES).map(toArchived),
      thread: members.map((member) => continuedThread(threads.get(member), member)).find((slug) => slug !== null) ?? null,
      heat: Math.max(...stories.map(({ heat }) => heat)),
    })
  }
  const shown = events.sort((a, b) => b.sources - a.sources || b.heat - a.heat).slice(0, MAX_DAY_EVENTS)
  return shown.map(({ story, excerpt, sources, others, thread }) => ({ story, excerpt, sources, others, thread }))
}

/** The slug of a thread that has become one by the story at `position`; null before. */
function continuedThread(thread: Thread | undefined, position: number): string | null {
  return thread !== undefined && thread.stories.indexOf(position) + 1 >= THREAD_WEIGHTS.events ? thread.slug : null
}
