import type { Evidence } from './related-reason.ts'
import type { SeedStory } from './seed-story.ts'
import { publishedSeconds } from './story-order.ts'
import type { StoryTerms, Term } from './story-terms.ts'

/** Another story that is near a story. */
export interface Neighbour {
  /** Position of the other story. */
  readonly position: number
  readonly score: number
  /** Seconds between their publication. */
  readonly apart: number
  readonly evidence: Evidence
}

/** Neighbours kept per story. */
const KEPT = 11
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
 * `stories` oldest first; `areTied` says that two stand beside each other anyway; `events` from
 * `groupEvents`: of one event a story has one neighbour.
 *
 * Each story is compared once, with older ones, when its turn comes, and rarity is counted up to
 * then; the older story may take it as a neighbour too. So a score never changes once two stories
 * have met: a new story can enter other stories' lists, and nothing else in them moves. It also
 * bounds the work: a story meets at most `POSTINGS` others per term, whatever the folder's size.
 */
export function rankNeighbours(
  stories: readonly SeedStory[],
  { terms, ofStory }: StoryTerms,
  events: readonly (readonly number[] | null)[],
  areTied: (a: number, b: number) => boolean,
): readonly (readonly Neighbour[])[] {
  const seconds = stories.map(publishedSeconds)
  const lists: Neighbour[][] = stories.map(() => [])
  const frequency = new Int32Array(terms.length)
  const postings: (number[] | undefined)[] = new Array<undefined>(terms.length).fill(undefined)
  /** Weight of each term for the story whose turn it is: 0 for one it lacks. Doubled where both have it in the title. */
  const weights = new Int32Array(terms.length)
  const inTitle = new Uint8Array(terms.length)
  const meetings = new Int32Array(stories.length)

  const weighTerms = (position: number, own: Int32Array) => {
    for (const entry of own) {
      const term = entry >> 1
      weights[term] = weigh(terms[term], position + 1, (frequency[term] ?? 0) + 1)
      inTitle[term] = entry & 1
    }
  }

  const gatherCandidates = (position: number, own: Int32Array): Iterable<number> => {
    const weight = (entry: number) => weights[entry >> 1] ?? 0
    const telling = own.filter((entry) => weight(entry) > 0 && postings[entry >> 1] !== undefined)
    if (telling.length > TERMS) telling.sort((a, b) => weight(b) - weight(a) || a - b)
    const met: number[] = []
    const meet = (other: number, by: number) => {
      if (meetings[other] === 0) met.push(other)
      meetings[other] = (meetings[other] ?? 0) + by
    }
    for (const entry of telling.length > TERMS ? telling.subarray(0, TERMS) : telling) {
      const latest = postings[entry >> 1] ?? []
      for (let at = Math.max(0, latest.length - POSTINGS); at < latest.length; at++) meet(latest[at] ?? 0, weight(entry) * 2)
    }
    for (let other = Math.max(0, position - LATEST); other < position; other++) meet(other, 1)
    // Weight and position in one number: sorting plain numbers needs no comparing function.
    const ranked = Float64Array.from(met, (other) => (meetings[other] ?? 0) * 2 ** 32 + other).sort()
    for (const other of met) meetings[other] = 0
    return ranked.subarray(-COMPARED).reverse().map((packed) => packed % 2 ** 32)
  }

  const compare = (position: number, other: number) => {
    if (areTied(position, other)) return
    const apart = Math.abs((seconds[position] ?? 0) - (seconds[other] ?? 0))
    const nearness = apart <= DAY ? 3 : apart <= 7 * DAY ? 2 : apart <= 30 * DAY ? 1 : 0
    let score = 0
    const theirs = ofStory[other]
    if (theirs === undefined) return
    for (const entry of theirs) {
      const weight = weights[entry >> 1] ?? 0
      if (weight !== 0) score += weight << ((inTitle[entry >> 1] ?? 0) & entry & 1)
    }
    if (score === 0 && nearness < 2) return
    score += nearness
    const [myList, theirList] = [lists[position] ?? [], lists[other] ?? []]
    const [forMe, forThem] = [isAmongNearest(myList, score, apart), isAmongNearest(theirList, score, apart)]
    if (!forMe && !forThem) return
    const evidence = toEvidence(terms, theirs, weights, inTitle, apart <= DAY)
    if (forMe) insert(myList, { position: other, score, apart, evidence }, events)
    if (forThem) insert(theirList, { position, score, apart, evidence }, events)
  }

  ofStory.forEach((own, position) => {
    weighTerms(position, own)
    for (const other of gatherCandidates(position, own)) compare(position, other)
    for (const entry of own) {
      const term = entry >> 1
      weights[term] = 0
      frequency[term] = (frequency[term] ?? 0) + 1
      const latest = postings[term]
      if (latest === undefined) postings[term] = [position]
      else if (latest.push(position) >= POSTINGS * 4) latest.splice(0, POSTINGS * 3)
    }
  })
  return lists
}

function isAmongNearest(list: readonly Neighbour[], score: number, apart: number): boolean {
  const last = list[KEPT - 1]
  return last === undefined || (score - last.score || last.apart - apart) > 0
}

/** Puts a neighbour where it belongs, unless a nearer one tells the same event; of equally near ones the earlier stays. */
function insert(list: Neighbour[], neighbour: Neighbour, events: readonly (readonly number[] | null)[]): void {
  const isNearer = (other: Neighbour) => (neighbour.score - other.score || other.apart - neighbour.apart) > 0
  const event = events[neighbour.position] ?? null
  if (event !== null) {
    const at = list.findIndex(({ position }) => events[position] === event)
    const sameEvent = list[at]
    if (sameEvent !== undefined && !isNearer(sameEvent)) return
    if (sameEvent !== undefined) list.splice(at, 1)
  }
  let at = list.length
  for (let before = list[at - 1]; before !== undefined && isNearer(before); before = list[at - 1]) at--
  list.splice(at, 0, neighbour)
  if (list.length > KEPT) list.pop()
}

/** The loudest of what two stories share; runs for every pair that is kept, so it makes one object and nothing else. */
function toEvidence(
  terms: readonly Term[],
  theirs: Int32Array,
  weights: Int32Array,
  inTitle: Uint8Array,
  sameDay: boolean,
): Evidence {
  let [topic, topicWeight, sameProvider] = [-1, 0, false]
  let [first, second, third] = [-1, -1, -1]
  let [firstWeight, secondWeight, thirdWeight] = [0, 0, 0]
  for (const entry of theirs) {
    const term = entry >> 1
    const weight = (weights[term] ?? 0) << ((inTitle[term] ?? 0) & entry & 1)
    if (weight === 0) continue
    const kind = terms[term]?.kind
    if (kind === 'provider') sameProvider = true
    else if (kind === 'topic') {
      if (weight <= topicWeight) continue
      topic = term
      topicWeight = weight
    } else if (weight > thirdWeight) {
      third = term
      thirdWeight = weight
      if (weight > secondWeight) {
        third = second
        thirdWeight = secondWeight
        second = term
        secondWeight = weight
      }
      if (weight > firstWeight) {
        second = first
        secondWeight = firstWeight
        first = term
        firstWeight = weight
      }
    }
  }
  const wordWeight = firstWeight + secondWeight + thirdWeight
  return { topic, topicWeight, first, second, third, wordWeight, sameProvider, sameDay }
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
