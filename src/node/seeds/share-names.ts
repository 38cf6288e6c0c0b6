import type { SeedProvider, SeedStory } from './values/seed-story.ts'

/** Makes equal topics of the stories it is given one string, and equal providers one object: most stories have those of others. */
export function nameSharer(): (story: SeedStory) => SeedStory {
  const names = new Map<string, string>()
  const providers = new Map<string, SeedProvider>()
  const toShared = <T>(known: Map<string, T>, key: string, value: T): T => {
    const first = known.get(key)
    if (first === undefined) known.set(key, value)
    return first ?? value
  }
  // A provider has nothing but these two.
  const toProvider = (provider: SeedProvider | null) => provider && toShared(providers, `${provider.domain}\n${provider.name}`, provider)
  return (story) => ({
    ...story,
    provider: toProvider(story.provider),
    topics: story.topics.map((name) => toShared(names, name, name)),
    coverage: story.coverage.map((entry) => ({ ...entry, provider: toProvider(entry.provider) })),
  })
}
