import { decodeNumbers } from '../../shared/search/varint.ts'
import type { Weights } from './matches.ts'
import type { OpenIndex } from './open-index.ts'
import type { TermEntry } from './term-index.ts'

/** More than any word position in a story, so that story and word position fit into one number. */
const POSITIONS_PER_STORY = 2 ** 25

interface PhraseWord {
  readonly weights: Weights
  /** The word's entry; empty when no story contains it. */
  readonly entries: readonly TermEntry[]
}

/** 1 for each story that contains the words one right after the other. */
export async function matchPhrase(index: OpenIndex, words: readonly PhraseWord[], signal?: AbortSignal): Promise<Weights> {
  const matches = new Uint8Array(index.stories)
  if (words.some(({ entries }) => entries.length === 0)) return matches
  const hasAll = matches.slice().fill(1)
  for (const { weights } of words) for (let story = 0; story < hasAll.length; story++) if (weights[story] === 0) hasAll[story] = 0
  const positions = await Promise.all(
    words.map(async ({ weights, entries: [entry] }) => decodePositions(weights, hasAll, entry ? await index.terms.wordPositions(entry, signal) : '')),
  )
  const [first = new Float64Array(), ...more] = positions
  for (const end of more.reduce(adjacentPositions, first)) matches[Math.floor(end / POSITIONS_PER_STORY)] = 1
  return matches
}

/** Positions of a word in the candidate stories, ascending; each plus the story's own times `POSITIONS_PER_STORY`. */
function decodePositions(weights: Weights, isCandidate: Uint8Array, encoded: string): Float64Array {
  const numbers = decodeNumbers(encoded)
  const positions = new Float64Array(numbers.length)
  let [count, position, story] = [0, 0, -1]
  let isFirst = true
  for (const number of numbers) {
    if (isFirst) {
      do story++
      while (weights[story] === 0)
    }
    position = (isFirst ? 0 : position) + (number >>> 1)
    if (isCandidate[story] === 1) positions[count++] = story * POSITIONS_PER_STORY + position
    isFirst = (number & 1) === 1
  }
  return positions.subarray(0, count)
}

/** Those of `positions` that come right after one of `before`. */
function adjacentPositions(before: Float64Array, positions: Float64Array): Float64Array {
  const found = new Float64Array(Math.min(before.length, positions.length))
  let [count, at] = [0, 0]
  for (const position of positions) {
    while ((before[at] ?? Infinity) < position - 1) at++
    if (before[at] === position - 1) found[count++] = position
  }
  return found.subarray(0, count)
}
