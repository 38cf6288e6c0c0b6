import type { SeedStory } from '../seeds/values/seed-story.ts'

/** Seconds since 1970 at which a story was published. */
export function publishedSeconds(story: SeedStory): number {
  return Math.floor(Date.parse(story.published) / 1000)
}

/** Where each story stands, by its id. */
export function positionsById(stories: readonly SeedStory[]): ReadonlyMap<string, number> {
  const positions = new Map<string, number>()
  for (const [position, { id }] of stories.entries()) positions.set(id, position)
  return positions
}
