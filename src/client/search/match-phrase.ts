import { decodeNumbers } from '../../shared/search/varint.ts'
import type { Worths } from './matches.ts'
import type { OpenIndex } from './open-index.ts'
import type { Entry } from './term-index.ts'

/** More than any place in a story: story and place go into one number. */
const PLACES = 2 ** 25

interface PhraseWord {
  readonly worths: Worths
  /** The word itself; none when no story holds it. */
  readonly entries: readonly Entry[]
}

/** The stories that hold the words one right after the other. */
export async function matchPhrase(index: OpenIndex, words: readonly PhraseWord[], signal?: AbortSignal): Promise<Worths> {
  const matches = new Uint8Array(index.stories)
  if (words.some(({ entries }) => entries.length === 0)) return matches
  const holdsAll = matches.slice().fill(1)
  for (const { worths } of words) for (let story = 0; story < holdsAll.length; story++) if (worths[story] === 0) holdsAll[story] = 0
  const places = await Promise.all(
    words.map(async ({ worths, entries: [entry] }) => toPlaces(worths, holdsAll, entry ? await index.terms.places(entry, signal) : '')),
  )
  const [first = new Float64Array(), ...more] = places
  for (const end of more.reduce(following, first)) matches[Math.floor(end / PLACES)] = 1
  return matches
}

/** Every place of a word, story by story, ascending; those of wanted stories alone. */
function toPlaces(worths: Worths, isWanted: Uint8Array, encoded: string): Float64Array {
  const numbers = decodeNumbers(encoded)
  const places = new Float64Array(numbers.length)
  let [count, place, story] = [0, 0, -1]
  let isFirst = true
  for (const number of numbers) {
    if (isFirst) {
      do story++
      while (worths[story] === 0)
    }
    place = (isFirst ? 0 : place) + (number >>> 1)
    if (isWanted[story] === 1) places[count++] = story * PLACES + place
    isFirst = (number & 1) === 1
  }
  return places.subarray(0, count)
}

/** Those of `places` that come right after one of `before`. */
function following(before: Float64Array, places: Float64Array): Float64Array {
  const found = new Float64Array(Math.min(before.length, places.length))
  let [count, at] = [0, 0]
  for (const place of places) {
    while ((before[at] ?? Infinity) < place - 1) at++
    if (before[at] === place - 1) found[count++] = place
  }
  return found.subarray(0, count)
}
