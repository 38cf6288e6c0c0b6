import { firstOfPair, insertTopK, MAX_SECOND, secondOfPair, packPair } from '../lib/top-k.ts'
import type { StoryTerms } from './story-terms.ts'

/** What two stories have in common that speaks loudest; terms by their index. */
export interface Evidence {
  /** The weightiest shared topic; -1 for none. */
  readonly topic: number
  readonly topicWeight: number
  /** The weightiest shared words, at most three, weightiest first. */
  readonly words: readonly number[]
  readonly wordWeight: number
  readonly sameProvider: boolean
  /** Published within a day of each other. */
  readonly sameDay: boolean
}

const WORDS = 3
const DAY = 86_400

/**
 * Tells what two stories, by position, have in common. `weights` is what each of the entries weighed
 * when its story was the newest, `seconds` when the stories were published.
 */
export function evidenceTeller(
  { terms, entries, starts }: StoryTerms,
  weights: Uint8Array,
  seconds: Float64Array,
): (position: number, other: number) => Evidence {
  /** By entry, for the newer story: 0 for what it lacks. */
  const worth = new Uint8Array(terms.length * 2)
  const loudest = new Float64Array(WORDS)
  return (position, other) => {
    const [older, newer] = position < other ? [position, other] : [other, position]
    const [from, to] = [starts[newer] ?? 0, starts[newer + 1] ?? 0]
    for (let at = from; at < to; at++) worth[entries[at] ?? 0] = weights[at] ?? 0
    let [topic, topicWeight, sameProvider, count] = [-1, 0, false, 0]
    for (let at = starts[older] ?? 0; at < (starts[older + 1] ?? 0); at++) {
      const entry = entries[at] ?? 0
      const same = worth[entry] ?? 0
      // A word in both titles weighs double.
      const weight = same === 0 ? (worth[entry ^ 1] ?? 0) : same << (entry & 1)
      if (weight === 0) continue
      const kind = terms[entry >> 1]?.kind
      if (kind === 'provider') sameProvider = true
      else if (kind === 'word') count = insertTopK(loudest, count, packPair(weight, MAX_SECOND - at))
      else if (weight > topicWeight) [topic, topicWeight] = [entry >> 1, weight]
    }
    for (let at = from; at < to; at++) worth[entries[at] ?? 0] = 0
    const words: number[] = []
    let wordWeight = 0
    for (let at = 0; at < count; at++) {
      const packed = loudest[at] ?? 0
      words.push((entries[MAX_SECOND - secondOfPair(packed)] ?? 0) >> 1)
      wordWeight += firstOfPair(packed)
    }
    return {
      topic,
      topicWeight,
      words,
      wordWeight,
      sameProvider,
      sameDay: Math.abs((seconds[newer] ?? 0) - (seconds[older] ?? 0)) <= DAY,
    }
  }
}
