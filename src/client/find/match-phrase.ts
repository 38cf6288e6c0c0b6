import { eachNumber } from '../../shared/find-codec.ts'
import type { Worths } from './match-words.ts'
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
  const places = await Promise.all(
    words.map(async ({ worths, entries: [entry] }) => (entry ? toPlaces(worths, await index.terms.places(entry, signal)) : [])),
  )
  const [first = [], ...more] = places
  let ends: readonly number[] = first
  for (const next of more) ends = following(ends, next)
  for (const end of ends) matches[Math.floor(end / PLACES)] = 1
  return matches
}

/** Every place of a word, story by story, ascending. */
function toPlaces(worths: Worths, encoded: string): number[] {
  const places: number[] = []
  let story = worths.findIndex((worth) => worth > 0)
  let place = 0
  eachNumber(encoded, (number) => {
    place += number >>> 1
    places.push(story * PLACES + place)
    if ((number & 1) === 0) return
    place = 0
    do story++
    while (worths[story] === 0)
  })
  return places
}

/** Those of `places` that come right after one of `before`. */
function following(before: readonly number[], places: readonly number[]): number[] {
  let at = 0
  return places.filter((place) => {
    while ((before[at] ?? Infinity) < place - 1) at++
    return before[at] === place - 1
  })
}
