import { once } from '../../lib/once.ts'
import type { StoryWords } from '../story-words.ts'
import { EVENT_WEIGHTS, LARGEST_EVENT } from './event-weights.ts'
import type { StoryVector } from './weigh-words.ts'

/** Stories that tell one event, or a single one, and what their words add up to. */
export interface EventProfile {
  /** Positions, oldest first. */
  readonly members: number[]
  /** Sum of the members' vectors. */
  readonly sum: Map<number, number>
  /** Length of the sum. */
  length: number
  /** Members that have a term. */
  readonly counts: Map<number, number>
  /** Members that have a term as a name; of a single story the names of its title. */
  readonly nameCounts: Map<number, number>
  /** Members whose title has a term. */
  readonly titleCounts: Map<number, number>
  /** Members whose title has a term, by the term before it and the term. */
  readonly phrases: Map<string, number>
  isLong: boolean
}

/** The profile of one story. */
export function profileOf(position: number, vector: StoryVector, { title, names }: StoryWords): EventProfile {
  const [sum, counts, titleCounts, nameCounts] = [new Map<number, number>(), new Map<number, number>(), new Map<number, number>(), new Map<number, number>()]
  for (const [at, term] of vector.terms.entries()) {
    sum.set(term, vector.weights[at] ?? 0)
    counts.set(term, 1)
  }
  const phrases = new Map<string, number>()
  for (const [at, term] of title.entries()) {
    titleCounts.set(term, 1)
    if (names.has(term)) nameCounts.set(term, 1)
    if (at > 0) phrases.set(phrase(title[at - 1], term), 1)
  }
  return { members: [position], length: 1, sum, counts, nameCounts, titleCounts, phrases, isLong: vector.terms.length >= EVENT_WEIGHTS.longText }
}

/** Makes two events one: the larger takes in the other and is returned. */
export function joinProfiles(a: EventProfile, b: EventProfile): EventProfile {
  const [large, small] = a.members.length < b.members.length ? [b, a] : [a, b]
  large.members.push(...small.members)
  large.members.sort((one, other) => one - other)
  addCounts(large.sum, small.sum)
  addCounts(large.counts, small.counts)
  addCounts(large.nameCounts, small.nameCounts)
  addCounts(large.titleCounts, small.titleCounts)
  addCounts(large.phrases, small.phrases)
  large.isLong ||= small.isLong
  let squares = 0
  for (const weight of large.sum.values()) squares += weight * weight
  large.length = Math.sqrt(squares)
  return large
}

/** Why two events stay apart. */
export type Obstacle = 'too many stories' | 'too different' | 'other names' | 'one phrase only' | 'other titles'

/** What comparing two events found. */
export interface Comparison<Why = Obstacle> {
  /** How alike their words are, 0 to 1. */
  readonly cosine: number
  /** The least cosine at which they are one event. */
  readonly least: number
  /** Shared words that count, weightiest first; sorted when they are first asked for. */
  readonly shared: () => readonly number[]
  /** What keeps them apart; null when they are one. */
  readonly obstacle: Why | null
}

/** Evidence besides their words that two events are one. */
export interface Evidence {
  /** One lists the other's address, or both list a third. */
  readonly listed: boolean
  /** Two sources use nearly the same title; counts between single stories only. */
  readonly titlesAlike: boolean
}

/** Compares two events by their words. */
export function compareProfiles(a: EventProfile, b: EventProfile, evidence: () => Evidence): Comparison {
  const [small, large] = a.members.length <= b.members.length ? [a, b] : [b, a]
  let product = 0
  for (const [term, weight] of small.sum) product += weight * (large.sum.get(term) ?? 0)
  const cosine = product / (small.length * large.length)
  const areLong = small.isLong && large.isLong
  let least = leastCosine(large, areLong)
  const shared = once(() => sharedTerms(small, large))
  const result = (obstacle: Obstacle | null): Comparison => ({ cosine, least, shared, obstacle })
  if (small.members.length + large.members.length > LARGEST_EVENT) return result('too many stories')
  if (cosine < EVENT_WEIGHTS.listed * least) return result('too different')
  const { listed, titlesAlike } = evidence()
  if (listed) least *= EVENT_WEIGHTS.listed
  else if (titlesAlike && large.members.length === 1) least = Math.min(least, EVENT_WEIGHTS.textsUnderAlikeTitles)
  if (cosine < least) return result('too different')
  if (listed) return result(null)
  if (areLong && cosine < EVENT_WEIGHTS.sameText && areAboutOthers(small, large)) return result('other names')
  if (countUnits(shared(), small, large) < EVENT_WEIGHTS.sharedUnits) return result('one phrase only')
  const inTitles = shared().filter((term) => small.titleCounts.has(term) && large.titleCounts.has(term))
  return result(cosine < EVENT_WEIGHTS.sameText && inTitles.length < EVENT_WEIGHTS.sharedTitleWords ? 'other titles' : null)
}

function sharedTerms(small: EventProfile, large: EventProfile): number[] {
  const weightOf = (term: number) => (small.sum.get(term) ?? 0) * (large.sum.get(term) ?? 0)
  return [...small.sum.keys()].filter((term) => isCore(small, term) && isCore(large, term)).sort((a, b) => weightOf(b) - weightOf(a))
}

/** Whether a word is the event's and not only one story's. */
function isCore({ counts, members }: EventProfile, term: number): boolean {
  return (counts.get(term) ?? 0) >= Math.max(Math.min(2, (members.length + 1) >> 1), EVENT_WEIGHTS.coreShare * members.length)
}

function leastCosine(large: EventProfile, areLong: boolean): number {
  const [single, many] = areLong ? [EVENT_WEIGHTS.texts, EVENT_WEIGHTS.textsOfMany] : [EVENT_WEIGHTS.titles, EVENT_WEIGHTS.titlesOfMany]
  return many + (single - many) / large.members.length
}

/** Whether each is about a name that the other never mentions: an arrest of one player, and of another. */
function areAboutOthers(a: EventProfile, b: EventProfile): boolean {
  const hasOwnName = (one: EventProfile, other: EventProfile) => {
    for (const [term, count] of one.nameCounts) {
      if (count >= EVENT_WEIGHTS.nameShare * one.members.length && !other.counts.has(term)) return true
    }
    return false
  }
  return hasOwnName(a, b) && hasOwnName(b, a)
}

/** Counts shared terms, two that stand side by side in both events' titles as one. */
function countUnits(shared: readonly number[], small: EventProfile, large: EventProfile): number {
  const left = new Set(shared)
  let units = 0
  for (const term of shared) {
    if (!left.delete(term)) continue
    units++
    for (const next of left) {
      const words = [phrase(term, next), phrase(next, term)]
      const isPhrase = words.some((pair) => small.phrases.has(pair) && (large.phrases.get(pair) ?? 0) * 2 >= Math.min(large.counts.get(term) ?? 0, large.counts.get(next) ?? 0))
      if (!isPhrase) continue
      left.delete(next)
      break
    }
  }
  return units
}

function phrase(before: number | undefined, term: number | undefined): string {
  return `${before ?? -1} ${term ?? -1}`
}

function addCounts<K>(to: Map<K, number>, from: ReadonlyMap<K, number>): void {
  for (const [key, value] of from) to.set(key, (to.get(key) ?? 0) + value)
}
