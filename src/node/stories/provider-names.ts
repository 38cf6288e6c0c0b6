import type { Provider } from '../../shared/contract/bundle.ts'
import type { SeedProvider, SeedStory } from '../seeds/values/seed-story.ts'
import { mostCommonSpelling, countSpelling } from './most-common-spelling.ts'
import type { Spellings } from './most-common-spelling.ts'

/** Providers by domain, under the one name the reader shows. */
export type Providers = ReadonlyMap<string, Provider>

/**
 * Settles what each provider is called. One domain comes under several names, some absurd; the
 * most frequent one over stories and their coverage is shown. Without any, it is called by its domain.
 */
export function resolveProviders(stories: readonly SeedStory[]): Providers {
  const names = new Map<string, Spellings>()
  const count = (provider: SeedProvider | null) => {
    if (provider === null) return
    const { domain, name } = provider
    // Most coverage names no provider: that is no other name for it.
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

/** The settled provider of a story or a coverage entry. */
export function providerOf(providers: Providers, provider: SeedProvider | null): Provider | null {
  return provider === null ? null : (providers.get(provider.domain) ?? null)
}
