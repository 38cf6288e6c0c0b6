import type { MonthCounts, Provider, ProviderCount, StoryType, Topic, TopicCount, TypeCount } from '../../shared/contract/bundle.ts'
import { toTopicSlug } from '../../shared/contract/slug.ts'
import { countValues, groupBy } from '../lib/collections.ts'
import type { SeedStory } from '../seeds/values/seed-story.ts'
import { mostCommonSpelling, type Spellings } from './most-common-spelling.ts'
import { findTopicVariants, variantSlugs } from './topic-variants.ts'

/** A topic and the positions of its stories, oldest first. */
export type TopicList = readonly [Topic, readonly number[]]

/**
 * The topics of each story, rarest first; those of `findTopicVariants` are one, under the most common spelling. `stories` oldest first.
 *
 * A topic's rarity is counted among the stories up to this one, not among all, so that a newer story never
 * changes the order on an older one's card, and the older page stays byte-identical. Equally rare topics keep
 * the seed's order.
 */
export function resolveTopics(stories: readonly SeedStory[]): readonly (readonly Topic[])[] {
  const slugs = variantSlugs(findTopicVariants(stories))
  const bySlug = new Map<string, ResolvedTopic>()
  const byName = new Map<string, { count: number; readonly of: ResolvedTopic }>()
  const addName = (name: string) => {
    const own = toTopicSlug(name)
    const slug = slugs.get(own) ?? own
    let of = bySlug.get(slug)
    if (of === undefined) bySlug.set(slug, (of = { topic: { slug, name }, spellings: new Map<string, number>(), seen: 0, last: -1 }))
    const named = { count: 0, of }
    byName.set(name, named)
    return named
  }
  const resolved = stories.map((story, position) => {
    const own: ResolvedTopic[] = []
    for (const name of story.topics) {
      const named = byName.get(name) ?? addName(name)
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
  return resolved
}

interface ResolvedTopic {
  /** Its name is set when all spellings are counted. */
  readonly topic: { readonly slug: string; name: string }
  readonly spellings: Spellings
  /** Stories so far. */
  seen: number
  /** Position of the latest of them. */
  last: number
}

/** Each topic with the positions of its stories, in the order of `storyTopics`; most used topic first, then by slug. */
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

/** A topic with the number of its stories. */
export function toTopicCount([{ slug, name }, positions]: TopicList): TopicCount {
  return { slug, name, stories: positions.length }
}

/** Number of stories of each provider, most first, then by domain. */
export function countProviders(providers: readonly (Provider | null)[]): ProviderCount[] {
  const groups = groupBy(providers.filter((provider) => provider !== null), ({ domain }) => domain)
  const counts = [...groups].map(([domain, group]) => ({ domain, name: group[0]?.name ?? '', stories: group.length }))
  return counts.sort((a, b) => b.stories - a.stories || (a.domain < b.domain ? -1 : 1))
}

/** Number of stories of each type that occurs, articles first. */
export function countTypes(stories: readonly SeedStory[]): TypeCount[] {
  const of = (type: StoryType) => ({ type, stories: stories.filter((story) => story.type === type).length })
  return [of('article'), of('video')].filter((count) => count.stories > 0)
}

/** Number of stories per month, oldest month first; `stories` oldest first. */
export function countMonths(stories: readonly SeedStory[]): MonthCounts {
  return [...countValues(stories.map(({ published }) => published.slice(0, 7)))]
}
