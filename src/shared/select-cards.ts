import type { StorySummary } from './bundle.ts'

/**
 * The cards of a feed: one for each event. The first story of an event in the feed's order leads;
 * the others stand on its card as "also covered by".
 */
export function selectCards(stories: readonly StorySummary[]): StorySummary[] {
  const told = new Set<string>()
  return stories.filter((story) => {
    if (told.has(story.id)) return false
    told.add(story.id)
    for (const other of story.alsoCoveredBy) told.add(other.id)
    return true
  })
}
