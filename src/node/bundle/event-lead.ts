import type { StorySummary } from '../../shared/contract/bundle.ts'

/** Characters from which on an excerpt says something. */
const SUBSTANTIAL = 80

/** Orders the stories of an event, the one that represents it best first: with a picture, with an excerpt, the earliest. */
export function compareLeads(a: StorySummary, b: StorySummary): number {
  return (
    Number(b.image !== null) - Number(a.image !== null) ||
    Number(b.excerpt.length >= SUBSTANTIAL) - Number(a.excerpt.length >= SUBSTANTIAL) ||
    (a.published === b.published ? 0 : a.published < b.published ? -1 : 1)
  )
}

/** The story that represents an event; null without stories. `stories` oldest first. */
export function leadOf(stories: readonly StorySummary[]): StorySummary | null {
  return stories.toSorted(compareLeads)[0] ?? null
}
