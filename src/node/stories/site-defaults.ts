import { toTopicSlug } from '../../shared/contract/slug.ts'
import type { SiteDefaults } from '../config/options.ts'
import type { SeedStory } from '../seeds/values/seed-story.ts'

/** Stories with the site's provider where they have none of their own, and without the topics that the site ignores. */
export function applySiteDefaults(stories: readonly SeedStory[], { provider, ignoredTopics }: SiteDefaults): readonly SeedStory[] {
  const ignored = new Set(ignoredTopics.map(toTopicSlug))
  if (provider === null && ignored.size === 0) return stories
  return stories.map((story) => ({
    ...story,
    provider: story.provider ?? provider,
    topics: ignored.size === 0 ? story.topics : story.topics.filter((name) => !ignored.has(toTopicSlug(name))),
  }))
}
