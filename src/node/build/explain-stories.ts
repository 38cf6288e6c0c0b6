import { storyPath, threadPath } from '../../shared/contract/permalinks.ts'
import { dayOf } from '../../shared/text/dates.ts'
import { bundleBuilder, displayName } from '../bundle/build-bundle.ts'
import type { Settings } from '../config/options.ts'
import { quote } from '../issues/terminal-text.ts'
import { linkCoverage } from '../related/coverage-links.ts'
import { leastScore, rankStories } from '../related/related-stories.ts'
import type { Feature } from '../related/story-features.ts'
import type { SeedStory } from '../seeds/values/seed-story.ts'
import type { Comparison } from '../stories/events/event.ts'
import { groupEvents, type EventObstacle } from '../stories/events/group-events.ts'
import { positionsById } from '../stories/story-order.ts'
import { findThreads } from '../threads/find-threads.ts'
import { toVocabulary } from '../stories/story-words.ts'
import { resolveTopics } from '../stories/topics-and-counts.ts'

/** Stories explained for one query, at most. */
const MATCHES = 3

/** Stories outside an event that are named, at most. */
const OUTSIDE = 5

/** Shared words and topics that are named, at most. */
const SHARED = 8

/**
 * Reads the seeds and says, for each story that a query names, why it is in its event, why others are
 * not, what its thread follows, and what makes stories related to it. A query is the path of a seed, an address, a slug or id,
 * or part of a title.
 */
export async function explainStories(root: string, settings: Settings, cache: string | null, queries: readonly string[]): Promise<string> {
  const { bundle } = await bundleBuilder(root, settings, cache)()
  const folder = displayName(settings)
  const explain = explainer(bundle.seeds, settings.site.language, folder)
  return queries
    .flatMap((query) => {
      const found = findStories(bundle.seeds, query, folder)
      return found.length === 0 ? [`No story matches ${quote(query)}.`] : found.slice(0, MATCHES).map(explain)
    })
    .join('\n\n')
}

/** Positions of the stories that a query names; those it names exactly, else those whose title has it. */
export function findStories(stories: readonly SeedStory[], query: string, folder: string): number[] {
  const path = query.replace(/^\.\//, '')
  const slug = /\/story\/([^/]+)\/?$/.exec(query)?.[1] ?? query
  const isNamed = (story: SeedStory) =>
    [story.path, `${folder}/${story.path}`].includes(path) || path.endsWith(`/${folder}/${story.path}`) || [story.id, story.slug].includes(slug) || story.url === query
  const positions = [...stories.keys()]
  const named = positions.filter((position) => isNamed(stories[position] as SeedStory))
  return named.length > 0 ? named : positions.filter((position) => stories[position]?.title.toLowerCase().includes(query.toLowerCase()))
}

/** Explains a story by its position; `stories` oldest first, `language` the site's. */
export function explainer(stories: readonly SeedStory[], language: string, folder: string): (position: number) => string {
  const byId = positionsById(stories)
  const topics = resolveTopics(stories)
  const vocabulary = toVocabulary(stories, language)
  const events = groupEvents(stories, byId, vocabulary, language)
  const coverage = linkCoverage(stories, byId)
  const { lists, listedBy } = coverage
  const linkedStoriesOf = (position: number) => [...lists(position), ...listedBy(position), ...(events.groups[position] ?? [])]
  const { neighbours, features } = rankStories({ stories, topics, events: events.groups, vocabulary, language }, linkedStoriesOf)
  const threads = findThreads({ stories, events: events.groups, coverage, neighbours, features })

  const name = (position: number) => `${stories[position]?.title ?? ''} (${folder}/${stories[position]?.path ?? ''})`
  const words = (terms: readonly number[]) => terms.slice(0, SHARED).map((term) => vocabulary.words[term]).join(', ') || 'nothing'
  const describe = (feature: Feature | undefined) =>
    feature?.kind === 'topic' ? `the topic ${feature.topic.name}` : feature?.kind === 'phrase' ? quote(words(feature.terms).replace(',', '')) : feature === undefined ? '' : words([feature.term])
  const compared = ({ cosine, least, shared }: Comparison<EventObstacle>) => `similarity ${cosine.toFixed(2)}, ${least.toFixed(2)} needed; shared: ${words(shared())}`

  const eventLines = (position: number): string[] => {
    const { event, others } = events.explain(position)
    const group = events.groups[position]
    const own = stories[position]?.event
    const lines = group == null || event === null ? ['Event: none, it stands alone.'] : [`Event: ${group.length} stories`, ...group.map((member) => `  ${member === position ? '*' : '-'} ${name(member)}`), `  Compared with the others: ${compared(event)}`]
    if (own != null) lines.push(`  Its seed says event: ${own}`)
    if (others.length > 0) lines.push('Not in the event:')
    for (const other of others.slice(0, OUTSIDE)) lines.push(`  - ${name(other.position)}`, `    ${other.obstacle ?? 'joined too late'}: ${compared(other)}`)
    return lines
  }
  const threadLines = (position: number): string[] => {
    const thread = threads.find((one) => one.stories.includes(position))
    if (thread === undefined) return ['Thread: none.']
    const subject = thread.subject.slice(0, SHARED).map((id) => describe(features[id])).join(', ')
    const members = thread.stories.map((member) => `  ${member === position ? '*' : '-'} ${dayOf(stories[member]?.published ?? '')} ${name(member)}`)
    return [`Thread: ${threadPath(thread.slug)}, ${thread.stories.length} stories. Its first two share: ${subject}`, ...members]
  }
  const relatedLines = (position: number): string[] => {
    const listed = [...new Set([...lists(position), ...listedBy(position)])].map((other) => `  - ${name(other)}\n    listed in a seed`)
    const ranked = neighbours.of(position).map(({ position: other, score }, at) => {
      const shared = neighbours.shared(position, other).slice(0, SHARED)
      const reasons = shared.map(({ id, weight, share }) => `${describe(features[id])} ${weight.toFixed(1)} (in ${(100 * share).toFixed(1)} %)`)
      return `  ${score >= leastScore(at) ? '-' : '×'} ${score.toFixed(2)} ${name(other)}\n    shared: ${reasons.join(', ')}`
    })
    return ['Related (× is not shown: its score is too low, or there are enough better ones):', ...listed, ...(ranked.length + listed.length === 0 ? ['  none'] : ranked)]
  }
  return (position) => {
    const story = stories[position]
    if (story === undefined) throw new RangeError(`There is no story ${position}.`)
    return [story.title, `${folder}/${story.path}`, storyPath(story.slug), ...eventLines(position), ...threadLines(position), ...relatedLines(position)].join('\n')
  }
}
