import { toTopicSlug } from '../../shared/contract/slug.ts'
import type { Provider, StorySummary, StoryType, Topic } from '../../shared/contract/bundle.ts'
import type { SeedStory } from '../seeds/values/seed-story.ts'

/** Everything a story can be found by. */
export interface IndexedStory {
  readonly id: string
  readonly title: string
  /** Whole, not shortened. */
  readonly excerpt: string
  readonly provider: Provider | null
  readonly topics: readonly Topic[]
  /** Without duplicates: a slug is an author's identity. */
  readonly authors: readonly Topic[]
  /** The story's authored `related` list. */
  readonly coverage: readonly { readonly title: string; readonly provider: { readonly name: string } | null }[]
  readonly type: StoryType
  /** ISO 8601, UTC. */
  readonly published: string
  readonly heat: number
  readonly quality: number
  /** Its language (BCP 47), for the stemmer; null for the site's. */
  readonly language: string | null
}

/** Stories to index, oldest first. */
export interface IndexInput {
  readonly stories: readonly IndexedStory[]
  /** The site's language (BCP 47), for the stemmer. */
  readonly language: string
  /** The bundle's version; it names the directory. */
  readonly version: string
}

/** Converts stories: names from the summaries, whole excerpts and coverage from the seeds. */
export function toIndexedStories(seeds: readonly SeedStory[], summaries: readonly StorySummary[]): IndexedStory[] {
  return summaries.map((summary, position) => ({
    id: summary.id,
    title: summary.title,
    excerpt: seeds[position]?.excerpt ?? '',
    provider: summary.provider,
    topics: summary.topics,
    authors: toAuthors(summary.authors),
    coverage: (seeds[position]?.coverage ?? []).map(({ title, provider }) => ({ title, provider })),
    type: summary.type,
    published: summary.published,
    heat: summary.heat,
    quality: summary.quality,
    language: summary.foreignLanguage ?? null,
  }))
}

function toAuthors(names: readonly string[]): Topic[] {
  const authors = new Map(names.map((name) => [toTopicSlug(name), name]))
  return [...authors].flatMap(([slug, name]) => (slug === '' ? [] : { slug, name }))
}
