import type { MonthCounts, Provider, ProviderCount, StoryType, Topic, TopicCount, TypeCount } from '../../shared/contract/bundle.ts'
import { toTopicSlug } from '../../shared/contract/slug.ts'
import type { SeedStory } from '../seeds/values/seed-story.ts'
import { mostCommonSpelling } from './most-common-spelling.ts'
import type { Spellings } from './most-common-spelling.ts'

/** A topic and the positions of its stories, oldest first. */
export type TopicList = readonly [Topic, readonly number[]]

/**
 * The topics of each story, settled and rarest first; `stories` oldest first.
 *
 * Rarity is counted over the stories up to the one at hand, not over all: what an older story's
 * card says first then never changes when a newer story comes, and its page stays byte-identical.
 * Equally rare topics keep the seed's order.
 */
export function resolveTopics(stories: readonly SeedStory[]): readonly (readonly Topic[])[] {
  const bySlug = new Map<string, ResolvedTopic>()
  const byName = new Map<string, { count: number; readonly of: ResolvedTopic }>()
  const learn = (name: string) => {
    const slug = toTopicSlug(name)
    let of = bySlug.get(slug)
    if (of === undefined) bySlug.set(slug, (of = { topic: { slug, name }, spellings: new Map<string, number>(), seen: 0, last: -1 }))
    const named = { count: 0, of }
    byName.set(name, named)
    return named
  }
  const settled = stories.map((story, position) => {
    const own: ResolvedTopic[] = []
    for (const name of story.topics) {
      const named = byName.get(name) ?? learn(name)
      named.count++
      const { of } = named
      if (of.last === position) continue
      of.last = position
      of.seen++
      own.push(of)
    }
    if (own.length > 1) own.sort((a, b) => a.seen - b.seen)
    return own.map(({ topic }) => topic)
  })
  for (const [name, { count, of }] of byName) of.spellings.set(name, count)
  for (const { topic, spellings } of bySlug.values()) topic.name = mostCommonSpelling(spellings)
  return settled
}

interface ResolvedTopic {
  /** Named when all spellings are counted. */
  readonly topic: { readonly slug: string; name: string }
  readonly spellings: Spellings
  /** Stories so far. */
  seen: number
  /** Position of the latest of them. */
  last: number
}

/** Positions of each topic's stories, in the order of `storyTopics`; most used topic first, then by slug. */
export function toTopicLists(storyTopics: readonly (readonly Topic[])[]): [Topic, number[]][] {
  const lists = new Map<string, [Topic, number[]]>()
  storyTopics.forEach((topics, position) => {
    for (const topic of topics) {
      const list = lists.get(topic.slug)
      if (list === undefined) lists.set(topic.slug, [topic, [position]])
      else list[1].push(position)
    }
  })
  return [...lists.values()].sort((a, b) => b[1].length - a[1].length || (a[0].slug < b[0].slug ? -1 : 1))
}

/** A topic with the size of its list. */
export function toTopicCount([{ slug, name }, positions]: TopicList): TopicCount {
  return { slug, name, stories: positions.length }
}

/** Most used first, then by domain. */
export function countProviders(providers: readonly (Provider | null)[]): ProviderCount[] {
  const counts = new Map<string, { domain: string; name: string; stories: number }>()
  for (const provider of providers) {
    if (provider === null) continue
    const count = counts.get(provider.domain)
    if (count === undefined) counts.set(provider.domain, { domain: provider.domain, name: provider.name, stories: 1 })
    else count.stories++
  }
  return [...counts.values()].sort((a, b) => b.stories - a.stories || (a.domain < b.domain ? -1 : 1))
}

/** Stories per type, articles first; a type without a story is left out. */
export function countTypes(stories: readonly SeedStory[]): TypeCount[] {
  const of = (type: StoryType) => ({ type, stories: stories.filter((story) => story.type === type).length })
  return [of('article'), of('video')].filter((count) => count.stories > 0)
}

/** Stories per month; `stories` oldest first, and so are the months. */
export function countMonths(stories: readonly SeedStory[]): MonthCounts {
  const counts = new Map<string, number>()
  for (const { published } of stories) {
    const month = published.slice(0, 7)
    counts.set(month, (counts.get(month) ?? 0) + 1)
  }
  return [...counts]
}
