import { toSlug } from '../../shared/contract/slug.ts'
import type { CoverageLinks } from '../related/coverage-links.ts'
import type { Neighbours } from '../related/rank-neighbours.ts'
import { RELATED_WEIGHTS } from '../related/related-weights.ts'
import type { Feature } from '../related/story-features.ts'
import type { SeedStory } from '../seeds/values/seed-story.ts'
import { publishedSeconds } from '../stories/story-order.ts'
import { THREAD_WEIGHTS } from './thread-weights.ts'

/** Stories that follow one matter over weeks. */
export interface Thread {
  /** Names its first story, so that it stays when the thread grows. */
  readonly slug: string
  /** The title of its first story. */
  readonly title: string
  /** Positions, oldest first. */
  readonly stories: readonly number[]
  /** The first story of each of its events, oldest first. */
  readonly firsts: readonly number[]
  /** What its first two stories share: ids of features, weightiest first. */
  readonly subject: readonly number[]
}

/** What threads are found from; positions oldest first. */
export interface ThreadInput {
  readonly stories: readonly SeedStory[]
  readonly events: readonly (readonly number[] | null)[]
  readonly coverage: CoverageLinks
  readonly neighbours: Pick<Neighbours, 'older' | 'shared'>
  /** By feature id. */
  readonly features: readonly Feature[]
}

/** A thread while stories join it. */
interface OpenThread {
  readonly stories: number[]
  /** What its first two stories share, by feature, with its weight; null for those that only list each other. */
  readonly subject: ReadonlyMap<number, number> | null
}

/**
 * Finds threads. Stories take their turn by date, and each joins the thread of an older story: one that it
 * lists or that lists it, one of its event, or one that it is related to, if it has most of what the
 * thread's first two stories share. So a thread never drifts to another matter, and newer stories never
 * change to which thread an older one belongs.
 */
export function findThreads(input: ThreadInput): Thread[] {
  const { stories, events, coverage, neighbours, features } = input
  const seconds = stories.map(publishedSeconds)
  const threads: (OpenThread | undefined)[] = []
  const isNear = (position: number, other: number) => other < position && (seconds[position] ?? 0) - (seconds[other] ?? 0) <= THREAD_WEIGHTS.longestPause
  const join = (position: number, other: number, subject: OpenThread['subject']) => {
    const thread = (threads[other] ??= { stories: [other], subject })
    threads[position] = thread
    thread.stories.push(position)
  }
  const follows = (position: number, other: number, part: number): OpenThread['subject'] => {
    const shared = neighbours.shared(position, other, THREAD_WEIGHTS.share)
    const subject = threads[other]?.subject ?? null
    if (!shared.some(({ id }) => features[id]?.kind === 'phrase' && subject?.has(id) !== false)) return null
    const common = total(shared.map(({ id, weight }) => (subject === null ? weight : (subject.get(id) ?? 0))))
    const least = subject === null ? part * THREAD_WEIGHTS.subject * rarestAt(position) : THREAD_WEIGHTS.ofSubject * total([...subject.values()])
    return common < least ? null : new Map(shared.map(({ id, weight }) => [id, weight]))
  }
  const findOlder = (position: number) => {
    const listed = [...coverage.lists(position), ...coverage.listedBy(position)].map((other) => ({ other, part: THREAD_WEIGHTS.listed }))
    const related = neighbours.older(position).map(({ position: other }) => ({ other, part: 1 }))
    for (const { other, part } of [...listed, ...related]) {
      const subject = isNear(position, other) ? follows(position, other, part) : null
      if (subject !== null) return { other, subject }
    }
    return null
  }
  for (const position of stories.keys()) {
    const earlier = events[position]?.find((other) => other < position && threads[other] !== undefined)
    const found = earlier === undefined ? findOlder(position) : { other: earlier, subject: null }
    if (found !== null) join(position, found.other, found.subject)
  }
  const long = [...new Set(threads)].flatMap((thread) => (thread !== undefined && isLong(thread.stories, seconds, events) ? thread : []))
  return long.map(({ stories: positions, subject }) => ({ ...nameOf(stories[positions[0] ?? 0]), stories: positions, firsts: firstOfEach(positions, events), subject: [...(subject?.keys() ?? [])] }))
}

/** Weight of a title's word that no older story has. */
function rarestAt(position: number): number {
  return Math.max(0, Math.log((position + 1 + RELATED_WEIGHTS.imaginedStories) / RELATED_WEIGHTS.leastFrequency)) ** 1.5
}

/** Whether stories are more than one event and its echo: enough events, over enough time. */
function isLong(positions: readonly number[], seconds: readonly number[], events: ThreadInput['events']): boolean {
  const distinct = new Set(positions.map((position) => eventOf(position, events)))
  return distinct.size >= THREAD_WEIGHTS.events && (seconds[positions.at(-1) ?? 0] ?? 0) - (seconds[positions[0] ?? 0] ?? 0) >= THREAD_WEIGHTS.shortest
}

/** Lines of a timeline before and after the story at hand, at most; a longer one would change many pages when the thread grows. */
const LINES_AROUND = 4

/** Positions of the stories around one in its thread, oldest first: the first one, and some before and after, one of each event. */
export function linesAround({ firsts }: Thread, position: number, events: ThreadInput['events']): number[] {
  const isOther = (one: number) => eventOf(one, events) !== eventOf(position, events)
  const at = firstAfter(firsts, position)
  // One more than are shown, because one of them may be of the story's own event.
  const before = firsts.slice(Math.max(0, at - LINES_AROUND - 1), at).filter(isOther).slice(-LINES_AROUND)
  const after = firsts.slice(at, at + LINES_AROUND)
  const first = firsts.slice(0, Math.min(at, 2)).find(isOther)
  return [...(first === undefined || first === before[0] ? [] : [first]), ...before, position, ...after]
}

/** The index of the first number above a value, by binary search. */
function firstAfter(ascending: readonly number[], value: number): number {
  let [low, high] = [0, ascending.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ascending[middle] ?? 0) <= value) low = middle + 1
    else high = middle
  }
  return low
}

/** The first story of each event. */
function firstOfEach(positions: readonly number[], events: ThreadInput['events']): number[] {
  const seen = new Set<number>()
  return positions.filter((one) => seen.size !== seen.add(eventOf(one, events)).size)
}

/** What identifies a story's event: the position of its first story, or its own where it stands alone. */
function eventOf(position: number, events: ThreadInput['events']): number {
  return events[position]?.[0] ?? position
}

function nameOf(first: SeedStory | undefined): Pick<Thread, 'slug' | 'title'> {
  const title = first?.title ?? ''
  return { slug: `${toSlug(title).split('-').slice(0, 6).join('-')}-${first?.id ?? ''}`.replace(/^-/, ''), title }
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}
