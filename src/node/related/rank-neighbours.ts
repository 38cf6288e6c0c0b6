import { nearestLists, type Neighbour, type RankedStory } from './neighbour-lists.ts'
import { RELATED_WEIGHTS } from './related-weights.ts'
import type { StoryFeatures } from './story-features.ts'

/** Which stories are related to which, all by position. */
export interface Neighbours {
  /** The stories most related to one, best first, with their scores. */
  readonly of: (position: number) => readonly Neighbour[]
  /** The older stories most related to one when it was the newest, best first: newer ones never change them. */
  readonly older: (position: number) => readonly Pick<Neighbour, 'position'>[]
  /** What two stories share that at most a share of `atMost` of the stories have, as it weighed when they met; weightiest first. */
  readonly shared: (position: number, other: number, atMost?: number) => SharedFeature[]
}

/** A feature that two stories share. */
export interface SharedFeature {
  /** Feature id. */
  readonly id: number
  /** What it adds to their score, before lengths and time. */
  readonly weight: number
  /** Share of the stories so far that have it. */
  readonly share: number
}

/** Weightiest features of a story whose other stories are looked at. */
const WALKED = 14
/** Latest stories with a feature that are looked at. */
const POSTINGS = 24
/** Candidates that are compared in full. */
const COMPARED = 12
/** Older neighbours that are remembered. */
const OLDER = 3

/**
 * Ranks, for each story, the stories related to it: by the words, phrases and topics they share, each
 * the more the rarer it is. `stories` and `features` oldest first; `linkedStoriesOf` gives the stories that are
 * shown beside one anyway. Of one event a story has one neighbour.
 *
 * Each story is compared once, with older ones, when its turn comes, and rarity is counted up to
 * then; the older story may take it as a neighbour too. So a score never changes once two stories
 * have met: a new story can enter other stories' lists, and nothing else in them moves. It also
 * bounds the work: a story meets at most `POSTINGS` others per feature, whatever the folder's size.
 */
export function rankNeighbours(stories: readonly RankedStory[], input: StoryFeatures, linkedStoriesOf: (position: number) => Iterable<number>): Neighbours {
  const { features, factors, ids, weights, starts } = input
  const lists = nearestLists(stories)
  const frequency = new Int32Array(features.length)
  /** By feature: where it was met last; by entry: where before that. Entries are places in `ids`. */
  const latest = new Int32Array(features.length).fill(-1)
  const earlier = new Int32Array(ids.length)
  const storyOf = new Int32Array(ids.length)
  /** By entry: the square of the feature's rarity when its story was the newest. */
  const rarities = new Float32Array(ids.length)
  /** By entry: the share of the stories up to then that had the feature. */
  const shares = new Float32Array(ids.length)
  /** By feature, for the story whose turn it is: weight times rarity squared. */
  const own = new Float64Array(features.length)
  const lengths = new Float64Array(stories.length)
  const products = new Float64Array(stories.length)
  const older = new Int32Array(stories.length * OLDER).fill(-1)
  const linkedTo = new Int32Array(stories.length).fill(-1)

  const logs = Float64Array.from({ length: stories.length + RELATED_WEIGHTS.imaginedStories + 1 }, (_, number) => Math.log(number))
  /** Square of a feature's rarity, the power 3/4 of a logarithm, among stories whose number has the logarithm `log`. */
  const squaredRarity = (log: number, id: number): number => {
    const counted = frequency[id] ?? 0
    const logarithm = log - (logs[counted > RELATED_WEIGHTS.leastFrequency ? counted : RELATED_WEIGHTS.leastFrequency] ?? 0)
    if (logarithm <= 0) return 0
    const factor = factors[id] ?? 1
    return logarithm * Math.sqrt(logarithm) * factor * factor
  }

  /** Scores an older story in full. */
  const scoreOf = (position: number, other: number): number => {
    const log = logs[position + 1 + RELATED_WEIGHTS.imaginedStories] ?? 0
    const end = starts[other + 1] ?? 0
    let product = 0
    let squares = 0
    for (let at = starts[other] ?? 0; at < end; at++) {
      const id = ids[at] ?? 0
      const weight = weights[at] ?? 0
      product += (own[id] ?? 0) * weight
      squares += weight * weight * squaredRarity(log, id)
    }
    const [story, older] = [stories[position], stories[other]]
    if (product === 0 || story === undefined || older === undefined) return 0
    const length = ((lengths[position] ?? 1) * Math.sqrt(squares)) ** RELATED_WEIGHTS.length
    const near = 1 + RELATED_WEIGHTS.sameDay * Math.exp((older.seconds - story.seconds) / RELATED_WEIGHTS.sameDayFades)
    return (product / length) * near * (story.language === older.language ? 1 : RELATED_WEIGHTS.otherLanguage)
  }

  for (const position of stories.keys()) {
    const [start, end] = [starts[position] ?? 0, starts[position + 1] ?? 0]
    const log = logs[position + 1 + RELATED_WEIGHTS.imaginedStories] ?? 0
    const met: number[] = []
    let squares = 0
    const walked: number[] = []
    for (let at = start; at < end; at++) {
      const id = ids[at] ?? 0
      const known = (frequency[id] ?? 0) + 1
      frequency[id] = known
      const rarity = squaredRarity(log, id)
      shares[at] = known / (position + 1 + RELATED_WEIGHTS.imaginedStories)
      rarities[at] = rarity
      const weight = weights[at] ?? 0
      squares += weight * weight * rarity
      own[id] = weight * rarity
      storyOf[at] = position
      earlier[at] = latest[id] ?? -1
      latest[id] = at
      if (known > 1 && rarity > 0) walked.push(at)
    }
    if (walked.length > WALKED) walked.sort((a, b) => (own[ids[b] ?? 0] ?? 0) - (own[ids[a] ?? 0] ?? 0) || a - b).length = WALKED
    for (const at of walked) {
      const product = own[ids[at] ?? 0] ?? 0
      let postings = 0
      for (let entry = earlier[at] ?? -1; entry >= 0 && postings < POSTINGS; entry = earlier[entry] ?? -1, postings++) {
        const other = storyOf[entry] ?? 0
        if (products[other] === 0) met.push(other)
        products[other] = (products[other] ?? 0) + product * (weights[entry] ?? 0)
      }
    }
    lengths[position] = Math.sqrt(squares) || 1
    for (const other of linkedStoriesOf(position)) linkedTo[other] = position
    const candidates: { readonly other: number; readonly near: number }[] = []
    for (const other of met) {
      if (linkedTo[other] === position) continue
      const near = (products[other] ?? 0) / Math.sqrt(lengths[other] ?? 1)
      const last = candidates[COMPARED - 1]
      if (last !== undefined && near <= last.near) continue
      let at = candidates.length
      for (let better = candidates[at - 1]; better !== undefined && better.near < near; better = candidates[at - 1]) at--
      candidates.splice(at, 0, { other, near })
      if (candidates.length > COMPARED) candidates.pop()
    }
    for (const { other } of candidates) {
      const score = scoreOf(position, other)
      lists.offer(position, other, score)
      lists.offer(other, position, score)
    }
    older.set(lists.of(position).slice(0, OLDER).map((near) => near.position), position * OLDER)
    for (const other of met) products[other] = 0
    for (let at = start; at < end; at++) own[ids[at] ?? 0] = 0
  }

  /** By feature: its entry in the story `asked`, plus 1; a story is mostly asked about all its neighbours in turn. */
  const entryOf = new Int32Array(features.length)
  let asked = -1
  const askAbout = (position: number) => {
    for (let at = starts[asked] ?? 0; at < (starts[asked + 1] ?? 0); at++) entryOf[ids[at] ?? 0] = 0
    asked = position
    for (let at = starts[asked] ?? 0; at < (starts[asked + 1] ?? 0); at++) entryOf[ids[at] ?? 0] = at + 1
  }
  const shared = (position: number, other: number, atMost = 1): SharedFeature[] => {
    if (asked !== position) askAbout(position)
    const found: SharedFeature[] = []
    for (let at = starts[other] ?? 0; at < (starts[other + 1] ?? 0); at++) {
      const id = ids[at] ?? 0
      const entry = (entryOf[id] ?? 0) - 1
      if (entry < 0) continue
      const newer = position > other ? entry : at
      const share = shares[newer] ?? 1
      const weight = (weights[at] ?? 0) * (weights[entry] ?? 0) * (rarities[newer] ?? 0)
      if (weight > 0 && share <= atMost) found.push({ id, weight, share })
    }
    return found.sort((a, b) => b.weight - a.weight || a.id - b.id)
  }
  const olderThan = (position: number) => [...older.subarray(position * OLDER, (position + 1) * OLDER)].flatMap((other) => (other < 0 ? [] : { position: other }))
  return { of: lists.of, older: olderThan, shared }
}
