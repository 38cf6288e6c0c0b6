import { MAX_CARD_COVERAGE } from '../../shared/contract/bundle.ts'
import type { CoverageElsewhere, CoverageLink, Story, StoryImage, StorySummary, StoryThread, ThreadStory } from '../../shared/contract/bundle.ts'
import { groupEvents } from '../stories/events/group-events.ts'
import { shortenExcerpt } from '../stories/shorten-excerpt.ts'
import { resolveTopics } from '../stories/topics-and-counts.ts'
import { once } from '../lib/once.ts'
import { primaryLanguage } from '../stories/primary-language.ts'
import { findPlaceholderImages } from '../stories/placeholder-images.ts'
import { providerOf, resolveProviders } from '../stories/provider-names.ts'
import { findThreads, linesAround, type Thread } from '../threads/find-threads.ts'
import { relateStories, type RelatedInput } from '../related/related-stories.ts'
import type { SeedCoverage, SeedStory } from '../seeds/values/seed-story.ts'
import { positionsById } from '../stories/story-order.ts'
import { leadOf } from './event-lead.ts'
import { toVocabulary } from '../stories/story-words.ts'

/** The stories of a bundle, by position. */
export interface Stories {
  readonly summaries: readonly StorySummary[]
  /** The whole of a story. All stories are related when the first is asked for. */
  readonly story: (position: number) => Story
  /** What syndication needs of a story: of its related stories only the coverage. */
  readonly syndicated: (position: number) => Omit<Story, 'thread'>
  /** Found when they are first asked for, like related stories. */
  readonly threads: () => readonly Thread[]
}

/** Works out what needs all stories at once: names, pictures, events, related stories. `stories` oldest first; `language` is the site's. */
export function toStories(stories: readonly SeedStory[], language: string): Stories {
  const byId = positionsById(stories)
  const providers = resolveProviders(stories)
  const topics = resolveTopics(stories)
  const { events, related } = groupAndRelate({ stories, byId, topics, language, providers })
  const isRealPicture = findPlaceholderImages(stories, events)
  const images = stories.map(({ images: own, provider }) => (own.length === 0 ? own : own.filter((image) => isRealPicture(provider, image))))
  const pictures = images.map((own): StoryImage | null => own[0] ?? null)

  const threads = once(() => findThreads({ stories, events, ...related() }))
  const threadsByStory = once(() => new Map(threads().flatMap((thread) => thread.stories.map((position) => [position, thread] as const))))
  const threadAt = (position: number): StoryThread | null => {
    const thread = threadsByStory().get(position)
    return thread === undefined ? null : { slug: thread.slug, stories: linesAround(thread, position, events).flatMap((line) => toThreadStory(stories[line])) }
  }

  const toElsewhere = (coverage: readonly SeedCoverage[]): CoverageElsewhere[] => {
    const elsewhere: CoverageElsewhere[] = []
    for (const { id, title, url, provider } of coverage) {
      if (elsewhere.length === MAX_CARD_COVERAGE) break
      if (!byId.has(id)) elsewhere.push({ title, url, provider: providerOf(providers, provider) })
    }
    return elsewhere
  }
  const toLink = (position: number): CoverageLink[] => {
    const story = stories[position]
    if (story === undefined) return []
    const { id, slug, title, published } = story
    return [{ id, position, slug, title, published, provider: providerOf(providers, story.provider) }]
  }
  const toSummary = (story: SeedStory, position: number): StorySummary => ({
    id: story.id,
    slug: story.slug,
    title: story.title,
    excerpt: shortenExcerpt(story.excerpt),
    published: story.published,
    provider: providerOf(providers, story.provider),
    authors: story.authors,
    type: story.type,
    ...(story.language !== null && primaryLanguage(story.language) !== primaryLanguage(language) && { foreignLanguage: story.language }),
    topics: topics[position] ?? [],
    image: pictures[position] ?? null,
    heat: story.heat,
    quality: story.quality,
    unpublished: story.unpublished,
    alsoCoveredBy: events[position]?.filter((other) => other !== position).toReversed().flatMap(toLink) ?? [],
    lead: null,
    coveredElsewhere: toElsewhere(story.coverage),
  })
  const alone = stories.map(toSummary)
  const summaries = alone.map((summary, position) => {
    const members = events[position] ?? []
    const lead = leadOf(members.flatMap((member) => alone[member] ?? []))
    const newer = members.flatMap((member) => (member > position ? (alone[member] ?? []) : []))
    return lead === null || lead === summary || !isFirstInList(summary, newer, lead) ? summary : { ...summary, lead }
  })
  const withoutRelated = (position: number) => {
    const story = stories[position]
    const summary = summaries[position]
    if (story === undefined || summary === undefined) throw new RangeError(`There is no story ${position}.`)
    return {
      ...summary,
      lead: null,
      // The body shows its own beginning.
      fullExcerpt: story.isExcerptOfBody ? '' : story.excerpt === summary.excerpt ? null : story.excerpt,
      updated: story.updated,
      originalUrl: story.url,
      images: images[position] ?? [],
      video: story.video,
      bodyHtml: story.bodyHtml,
      language: story.language,
    }
  }
  return {
    summaries,
    threads,
    story: (position) => ({ ...withoutRelated(position), related: related().of(position), thread: threadAt(position) }),
    syndicated: (position) => ({ ...withoutRelated(position), related: related().coverageOf(position) }),
  }
}

/** Groups stories now, and relates them when that is first asked for; the words of all stories can be collected then. */
function groupAndRelate(input: Omit<RelatedInput, 'events' | 'vocabulary'>) {
  const { stories, byId, language } = input
  const vocabulary = toVocabulary(stories, language)
  const events = groupEvents(stories, byId, vocabulary, language).groups
  return { events, related: once(() => relateStories({ ...input, events, vocabulary })) }
}

/** Whether a story is the first of its event in the feed or in the list of a topic that the lead has, too: a card shows it there. */
function isFirstInList({ topics }: StorySummary, newer: readonly StorySummary[], lead: StorySummary): boolean {
  const hasTopic = (story: StorySummary, slug: string) => story.topics.some((topic) => topic.slug === slug)
  return newer.length === 0 || topics.some(({ slug }) => hasTopic(lead, slug) && !newer.some((story) => hasTopic(story, slug)))
}

function toThreadStory(story: SeedStory | undefined): ThreadStory[] {
  return story === undefined ? [] : [{ slug: story.slug, title: story.title, published: story.published }]
}
