import type { FindStory } from './find-index.ts'
import type { SeedStory } from './seed-story.ts'
import type { StoryParts } from './to-stories.ts'

/** Stories as the index finds them: names as settled, excerpts whole, coverage as the seeds list it. */
export function toFindStories(seeds: readonly SeedStory[], stories: readonly StoryParts[]): FindStory[] {
  return stories.map(({ summary, rest }, position) => ({
    title: summary.title,
    excerpt: rest.fullExcerpt,
    provider: summary.provider,
    topics: summary.topics,
    coverage: seeds[position]?.coverage ?? [],
    type: summary.type,
    published: summary.published,
    heat: summary.heat,
    quality: summary.quality,
  }))
}
