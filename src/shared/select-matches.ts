import type { FilterColumns, StoryType } from './bundle.ts'
import { sortOf, type FeedFilter } from './feed-filter.ts'

/** How many stories remain behind each choice, under all the others. Values without a story are left out. */
export interface FacetCounts {
  /** By topic slug: stories that match the filter and carry this topic. */
  readonly topics: ReadonlyMap<string, FacetCount>
  /** By domain: stories that match everything but the filter's providers. */
  readonly providers: ReadonlyMap<string, FacetCount>
  /** Stories that match everything but the filter's type. */
  readonly types: Readonly<Record<StoryType, number>>
}

export interface FacetCount {
  readonly name: string
  readonly stories: number
}

export interface Matches {
  /** Places of the matching stories, counted from the oldest at 0, in the filter's order. */
  readonly positions: readonly number[]
  readonly counts: FacetCounts
}

const TYPES: readonly StoryType[] = ['article', 'video']

/**
 * The stories a filter finds and the counts beside every choice, in one pass over the columns:
 * a story that fails nothing matches; one that fails only on its provider (or type) still counts
 * beside the providers (or types).
 */
export function selectMatches(chunks: readonly FilterColumns[], filter: FeedFilter): Matches {
  const topics = new Map<string, FacetCount>()
  const providers = new Map<string, FacetCount>()
  const types = { article: 0, video: 0 }
  const positions: number[] = []
  const scores: number[] = []
  const wantedType = filter.type === null ? -1 : TYPES.indexOf(filter.type)
  const from = filter.after === null ? -Infinity : startOf(filter.after)
  const to = filter.before === null ? Infinity : endOf(filter.before)
  const minHeat = filter.minHeat ?? -Infinity
  const sort = sortOf(filter)
  let start = 0

  for (const chunk of chunks) {
    const topicIndex = indexOfEach(chunk.topics.map((topic) => topic.slug))
    const wanted = filter.topics.map((slug) => topicIndex.get(slug) ?? -1)
    const unwanted = filter.not.map((slug) => topicIndex.get(slug) ?? -1)
    const domains = indexOfEach(chunk.providers.map((provider) => provider.domain))
    const wantedProviders = new Set(filter.providers.map((domain) => domains.get(domain) ?? -2))
    const topicTally = new Uint32Array(chunk.topics.length)
    const providerTally = new Uint32Array(chunk.providers.length)
    const sorted = sort === 'heat' || sort === 'quality' ? chunk[sort] : null

    for (let at = 0; at < chunk.published.length; at++) {
      const published = chunk.published[at] ?? 0
      const own = chunk.storyTopics[at] ?? []
      if (published < from || published >= to || (chunk.heat[at] ?? 0) < minHeat) continue
      if (!wanted.every((topic) => own.includes(topic))) continue
      if (unwanted.some((topic) => own.includes(topic))) continue
      const provider = chunk.provider[at] ?? -1
      const type = chunk.type[at] ?? 0
      const fitsProvider = wantedProviders.size === 0 || wantedProviders.has(provider)
      const fitsType = wantedType === -1 || wantedType === type
      if (fitsType && provider >= 0) providerTally[provider] = (providerTally[provider] ?? 0) + 1
      if (fitsProvider) types[type === 1 ? 'video' : 'article']++
      if (!fitsProvider || !fitsType) continue
      for (const topic of own) topicTally[topic] = (topicTally[topic] ?? 0) + 1
      positions.push(start + at)
      if (sorted !== null) scores[start + at] = sorted[at] ?? 0
    }
    chunk.topics.forEach(({ slug, name }, index) => add(topics, slug, name, topicTally[index] ?? 0))
    chunk.providers.forEach(({ domain, name }, index) => add(providers, domain, name, providerTally[index] ?? 0))
    start += chunk.published.length
  }
  positions.reverse()
  // The sort is stable: equal scores stay newest first.
  if (sort === 'heat' || sort === 'quality') positions.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
  return { positions, counts: { topics, providers, types } }
}

function indexOfEach(keys: readonly string[]): Map<string, number> {
  return new Map(keys.map((key, index) => [key, index]))
}

function add(counts: Map<string, FacetCount>, key: string, name: string, stories: number): void {
  if (stories === 0) return
  counts.set(key, { name, stories: stories + (counts.get(key)?.stories ?? 0) })
}

/** First second of a day or month, UTC. */
function startOf(day: string): number {
  return Date.parse(day.length === 7 ? `${day}-01` : day) / 1000
}

/** First second after a day or month, UTC. */
function endOf(day: string): number {
  const date = new Date(startOf(day) * 1000)
  if (day.length === 7) date.setUTCMonth(date.getUTCMonth() + 1)
  else date.setUTCDate(date.getUTCDate() + 1)
  return date.getTime() / 1000
}
