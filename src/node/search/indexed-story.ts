import type { StorySummary } from '../../shared/contract/bundle.ts'
import type { FindStory } from './build-index.ts'
import type { SeedStory } from '../seeds/values/seed-story.ts'

/** Stories as the index finds them: names as settled, excerpts whole, coverage as the seeds list it. */
export function toFindStories(seeds: readonly SeedStory[], summaries: readonly StorySummary[]): FindStory[] {
  return summaries.map((summary, position) => ({
    title: summary.title,
    excerpt: seeds[position]?.excerpt ?? '',
    provider: summary.provider,
    topics: summary.topics,
    coverage: (seeds[position]?.coverage ?? []).map(({ title, provider }) => ({ title, provider })),
    type: summary.type,
    published: summary.published,
    heat: summary.heat,
    quality: summary.quality,
  }))
}
