import { createHash } from 'node:crypto'
import type { MonthCounts, Provider, ProviderCount, StoryType, Topic, TopicCount, TypeCount } from '../shared/bundle.ts'
import { toSlug } from '../shared/slug.ts'
import type { SeedStory } from './seed-story.ts'
import { commonestSpelling, countSpelling } from './spellings.ts'
import type { Spellings } from './spellings.ts'

/** Names Windows keeps for devices: no folder may be called so. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/

/** A topic's slug, also when its name has no letter, or one no folder may have: then a short hash tells it apart. */
export function topicSlug(name: string): string {
  const slug = toSlug(name)
  if (slug !== '' && !DEVICE.test(slug)) return slug
  const hash = createHash('sha256').update(slug === '' ? name : slug).digest('hex').slice(0, 8)
  return `${slug === '' ? 't' : slug}-${hash}`
}

/**
 * The topics of each story, settled and rarest first; `stories` oldest first.
 *
 * Rarity is counted over the stories up to the one at hand, not over all: what an older story's
 * card says first then never changes when a newer story comes, and its page stays byte-identical.
 * Equally rare topics keep the seed's order.
 */
export function settleTopics(stories: readonly SeedStory[]): readonly (readonly Topic[])[] {
  const slugs = new Map<string, string>()
  const spellings = new Map<string, Spellings>()
  const seen = new Map<string, number>()
  const ordered = stories.map((story) => {
    const own = new Set<string>()
    for (const name of story.topics) {
      let slug = slugs.get(name)
      if (slug === undefined) slugs.set(name, (slug = topicSlug(name)))
      own.add(slug)
      countSpelling(spellings, slug, name)
    }
    for (const slug of own) seen.set(slug, (seen.get(slug) ?? 0) + 1)
    return [...own].sort((a, b) => (seen.get(a) ?? 0) - (seen.get(b) ?? 0))
  })
  const topics = new Map<string, Topic>()
  for (const [slug, names] of spellings) topics.set(slug, { slug, name: commonestSpelling(names) })
  return ordered.map((own) => own.flatMap((slug) => topics.get(slug) ?? []))
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
export function toTopicCount([{ slug, name }, positions]: [Topic, readonly number[]]): TopicCount {
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
