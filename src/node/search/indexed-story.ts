import type { Provider, StorySummary, StoryType, Topic } from '../../shared/contract/bundle.ts'
import type { SeedStory } from '../seeds/values/seed-story.ts'

/** All that a story can be found by. */
export interface FindStory {
  readonly title: string
  /** The whole of it. */
  readonly excerpt: string
  readonly provider: Provider | null
  readonly topics: readonly Topic[]
  /** The story's authored `related` list. */
  readonly coverage: readonly { readonly title: string; readonly provider: { readonly name: string } | null }[]
  readonly type: StoryType
  /** ISO 8601, UTC. */
  readonly published: string
  readonly heat: number
  readonly quality: number
}

/** Stories to index, oldest first. */
export interface IndexedStories {
  readonly stories: readonly FindStory[]
  /** The site's, for its stemmer. */
  readonly language: string
  /** The bundle's version, which is known before anything is built; it names the directory. */
  readonly version: string
}

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
