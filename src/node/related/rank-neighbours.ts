import { evidenceTeller } from './shared-terms.ts'
import type { Evidence } from './shared-terms.ts'
import { firstOfPair, insertTopK, MAX_SECOND, secondOfPair, packPair } from '../lib/top-k.ts'
import { nearestLists } from './neighbour-lists.ts'
import type { SeedStory } from '../seeds/values/seed-story.ts'
import { publishedSeconds } from '../stories/story-order.ts'
import type { StoryTerms, Term } from './story-terms.ts'

/** Which stories are near which, all by position. */
export interface Neighbours {
  /** The stories nearest to one, nearest first. */
  readonly of: (position: number) => Int32Array
  /** What two stories have in common, as it weighed when they met. */
  readonly evidence: (position: number, other: number) => Evidence
}

/** Weightiest terms of a story whose other stories are looked at. */
const TERMS = 12
/** Latest stories with a term that are looked at. */
const POSTINGS = 12
/** Latest stories that are looked at for their time alone. */
const LATEST = 6
/** Candidates that are compared in full. */
const COMPARED = 16
const DAY = 86_400

/**
 * Ranks, for each story, the stories nearest to it: by shared topics, shared words and provider,
 * each the more the rarer it is (inverse document frequency, in whole powers of two), and by time.
 * `stories` oldest first; `tiesOf` tells which stories stand beside one anyway; `events` from
 * `groupEvents`: of one event a story has one neighbour.
 *
 * Each story is compared once, with older ones, when its turn comes, and rarity is counted up to
 * then; the older story may take it as a neighbour too. So a score never changes once two stories
 * have met: a new story can enter other stories' lists, and nothing else in them moves. It also
 * bounds the work: a story meets at most `POSTINGS` others per term, whatever the folder's size.
 */
export function rankNeighbours(
  stories: readonly SeedStory[],
  storyTerms: StoryTerms,
  events: readonly (readonly number[] | null)[],
  tiesOf: (position: number) => Iterable<number>,
): Neighbours {
  const { terms, entries, starts } = storyTerms
  const seconds = Float64Array.from(stories, publishedSeconds)
  const lists = nearestLists(seconds, Int32Array.from(events, (event) => event?.[0] ?? -1))
  const frequency = new Int32Array(terms.length)
  /** The latest stories of each term, the oldest of them overwritten first. */
  const postings = new Int32Array(terms.length * POSTINGS)
  /** What each entry weighed when its story's turn came. */
  const weights = new Uint8Array(entries.length)
  /** By entry, for the story whose turn it is: what it shares; doubled where both have it in the title. */
  const worth = new Uint8Array(terms.length * 2)
  const meetings = new Int32Array(stories.length)
  const met = new Int32Array(TERMS * POSTINGS + LATEST)
  const tiedTo = new Int32Array(stories.length).fill(-1)
  const telling = new Float64Array(TERMS)
  const candidates = new Float64Array(COMPARED)

  const weighTerms = (position: number, start: number, end: number): number => {
    let count = 0
    for (let at = start; at < end; at++) {
      const entry = entries[at] ?? 0
      const known = frequency[entry >> 1] ?? 0
      const weight = weigh(terms[entry >> 1], position + 1, known + 1)
      weights[at] = weight
      worth[entry & ~1] = weight
      worth[entry | 1] = weight << (entry & 1)
      if (weight > 0 && known > 0) count = insertTopK(telling, count, packPair(weight, MAX_SECOND - entry))
    }
    return count
  }

  const gatherCandidates = (position: number, tellingCount: number): number => {
    let metCount = 0
    const meet = (other: number, by: number) => {
      if (meetings[other] === 0) met[metCount++] = other
      meetings[other] = (meetings[other] ?? 0) + by
    }
    for (let at = 0; at < tellingCount; at++) {
      const packed = telling[at] ?? 0
      const weight = firstOfPair(packed)
      const term = (MAX_SECOND - secondOfPair(packed)) >> 1
      const latest = Math.min(frequency[term] ?? 0, POSTINGS)
      for (let post = term * POSTINGS; post < term * POSTINGS + latest; post++) meet(postings[post] ?? 0, weight * 2)
    }
    for (let other = Math.max(0, position - LATEST); other < position; other++) meet(other, 1)
    let count = 0
    for (let at = 0; at < metCount; at++) {
      const other = met[at] ?? 0
      count = insertTopK(candidates, count, packPair(meetings[other] ?? 0, other))
      meetings[other] = 0
    }
    return count
  }

  const compare = (position: number, other: number) => {
    const apart = Math.abs((seconds[position] ?? 0) - (seconds[other] ?? 0))
    const nearness = apart <= DAY ? 3 : apart <= 7 * DAY ? 2 : apart <= 30 * DAY ? 1 : 0
    let score = 0
    const end = starts[other + 1] ?? 0
    for (let at = starts[other] ?? 0; at < end; at++) score += worth[entries[at] ?? 0] ?? 0
    if (score === 0 && nearness < 2) return
    lists.offer(position, other, score + nearness)
    lists.offer(other, position, score + nearness)
  }

  for (let position = 0; position < stories.length; position++) {
    const [start, end] = [starts[position] ?? 0, starts[position + 1] ?? 0]
    const count = gatherCandidates(position, weighTerms(position, start, end))
    for (const other of tiesOf(position)) tiedTo[other] = position
    for (let at = 0; at < count; at++) {
      const other = secondOfPair(candidates[at] ?? 0)
      if (tiedTo[other] !== position) compare(position, other)
    }
    for (let at = start; at < end; at++) {
      const entry = entries[at] ?? 0
      const term = entry >> 1
      worth[entry & ~1] = worth[entry | 1] = 0
      const known = frequency[term] ?? 0
      postings[term * POSTINGS + (known % POSTINGS)] = position
      frequency[term] = known + 1
    }
  }
  return { of: lists.of, evidence: evidenceTeller(storyTerms, weights, seconds) }
}

/** Stories imagined to have no term, so that in a folder of three what all share still counts a little. */
const IMAGINED = 16

/** What sharing a term is worth, when `frequency` of `total` stories have it: doubling the frequency costs one step. */
function weigh(term: Term | undefined, total: number, frequency: number): number {
  if (term === undefined) return 0
  if (term.kind === 'provider') return 1
  const steps = 31 - Math.clz32(Math.floor((total + IMAGINED) / frequency))
  return term.kind === 'topic' ? Math.min(10, steps) * 2 : Math.max(0, Math.min(10, steps) - 2)
}
