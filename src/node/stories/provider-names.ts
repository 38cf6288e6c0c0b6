import type { Provider } from '../../shared/contract/bundle.ts'
import type { SeedProvider, SeedStory } from '../seeds/values/seed-story.ts'
import { mostCommonSpelling, countSpelling, type Spellings } from './most-common-spelling.ts'

/** Providers by domain, each with the name to show. */
export type Providers = ReadonlyMap<string, Provider>

/**
 * Chooses each provider's name. A domain may have several names, some of them wrong: the most frequent one
 * among stories and their coverage wins. A provider without any is called by its domain.
 */
export function resolveProviders(stories: readonly SeedStory[]): Providers {
  const names = new Map<string, Spellings>()
  const count = (provider: SeedProvider | null) => {
    if (provider === null) return
    const { domain, name } = provider
    // Most coverage entries name no provider; their name is only the domain.
    if (name === domain) names.set(domain, names.get(domain) ?? new Map<string, number>())
    else countSpelling(names, domain, name)
  }
  for (const story of stories) {
    count(story.provider)
    for (const entry of story.coverage) count(entry.provider)
  }
  const providers = new Map<string, Provider>()
  for (const [domain, spellings] of names) {
    providers.set(domain, { domain, name: spellings.size === 0 ? domain : mostCommonSpelling(spellings) })
  }
  return providers
}

/** The provider of a story or coverage entry, with the chosen name. */
export function providerOf(providers: Providers, provider: SeedProvider | null): Provider | null {
  return provider === null ? null : (providers.get(provider.domain) ?? null)
}
