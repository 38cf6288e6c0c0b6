import { CHUNK_SIZE } from '../shared/bundle.ts'
import type { FilterColumns, Provider, StorySummary, Topic } from '../shared/bundle.ts'

/** How many chunks describe so many stories. */
export function chunkCount(stories: number): number {
  return Math.ceil(stories / CHUNK_SIZE)
}

/** The part of a list, oldest first, that a chunk describes; chunk 1 is the oldest. */
export function chunkOf<T>(items: readonly T[], chunk: number): readonly T[] {
  return items.slice((chunk - 1) * CHUNK_SIZE, chunk * CHUNK_SIZE)
}

/** The filter's columns of one chunk of stories, oldest first. */
export function toColumns(stories: readonly StorySummary[]): FilterColumns {
  const topics = new Map<string, Topic>()
  const providers = new Map<string, Provider>()
  for (const story of stories) {
    for (const topic of story.topics) topics.set(topic.slug, topic)
    if (story.provider !== null) providers.set(story.provider.domain, story.provider)
  }
  const topicSlugs = [...topics.keys()].sort()
  const domains = [...providers.keys()].sort()
  const topicIndex = new Map(topicSlugs.map((slug, index) => [slug, index]))
  const providerIndex = new Map(domains.map((domain, index) => [domain, index]))
  return {
    topics: topicSlugs.flatMap((slug) => topics.get(slug) ?? []),
    providers: domains.flatMap((domain) => providers.get(domain) ?? []),
    published: stories.map(({ published }) => Math.floor(Date.parse(published) / 1000)),
    storyTopics: stories.map((story) => story.topics.flatMap(({ slug }) => topicIndex.get(slug) ?? [])),
    provider: stories.map(({ provider }) => providerIndex.get(provider?.domain ?? '') ?? -1),
    type: stories.map(({ type }) => (type === 'video' ? 1 : 0)),
    heat: stories.map(({ heat }) => heat),
    quality: stories.map(({ quality }) => quality),
  }
}
