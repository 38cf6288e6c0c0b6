import { firstOfPair, MAX_SECOND, secondOfPair, packPair } from '../lib/top-k.ts'
import type { SeedStory } from '../seeds/values/seed-story.ts'
import { publishedSeconds } from './story-order.ts'
import { titleWords } from './tokenize.ts'

/**
 * Share of words two titles have in common (Dice: twice the common ones over all) from which on
 * they count as nearly equal. Outlets that rewrite a wire story's headline end up around 0.6,
 * a changed word or an added site name around 0.85.
 */
const NEARLY_EQUAL = 0.75

/** Longest time between an event's first story and another of it, in seconds: a serial that links back is no event. */
const LONGEST_EVENT = 7 * 86_400

/** Stories in one event at most; each names all others, so its bytes grow with the square. */
const LARGEST_EVENT = 24

const NUMBER = /^\p{N}+$/u

/** Stories that list one and the same address and are compared with each other, at most. */
const COMPARED = 8

/**
 * Finds stories on the same event: one lists the other's address (or both list a third's), and
 * their titles are equal or nearly so. `stories` oldest first, `byId` their positions. Returns,
 * for each story, the positions of its whole group, oldest first and itself included, or null when
 * it stands alone.
 *
 * Links are followed in the stories' order, and a story joins only if its title is also near the
 * group's oldest one, so that a chain of small changes can't tie different news together.
 */
export function groupEvents(
  stories: readonly SeedStory[],
  byId: ReadonlyMap<string, number>,
): readonly (readonly number[] | null)[] {
  const seconds = Float64Array.from(stories, publishedSeconds)
  const titles = new Map<number, ReadonlySet<string>>()
  const titleOf = (position: number) => {
    let words = titles.get(position)
    if (words === undefined) titles.set(position, (words = new Set(titleWords(stories[position]?.title ?? ''))))
    return words
  }
  const groups = stories.map((): readonly number[] | null => null)
  const sameEvent = (a: number, b: number) => {
    if (Math.abs((seconds[a] ?? 0) - (seconds[b] ?? 0)) > LONGEST_EVENT) return false
    return stories[a]?.title === stories[b]?.title || areNearlyEqual(titleOf(a), titleOf(b))
  }
  for (const packed of linksBetween(stories, byId)) {
    const [older, newer] = [MAX_SECOND - secondOfPair(packed), firstOfPair(packed)]
    const [into, from] = [groups[older] ?? [older], groups[newer] ?? [newer]]
    if (into === from) continue
    if (into.length + from.length > LARGEST_EVENT || !sameEvent(older, newer)) continue
    if (!sameEvent(into[0] ?? older, newer) || !sameEvent(from[0] ?? newer, older)) continue
    const joined = [...into, ...from].sort((a, b) => a - b)
    for (const position of joined) groups[position] = joined
  }
  return groups
}

/** Whether two titles, as folded words, tell the same: one may add a little, but not another number. */
export function areNearlyEqual(first: ReadonlySet<string>, second: ReadonlySet<string>): boolean {
  let common = 0
  let hasOwnNumber = false
  for (const word of first) {
    if (second.has(word)) common++
    else hasOwnNumber ||= NUMBER.test(word)
  }
  if (common === 0) return false
  if (hasOwnNumber) for (const word of second) if (NUMBER.test(word) && !first.has(word)) return false
  const [smaller, larger] = first.size < second.size ? [first.size, second.size] : [second.size, first.size]
  if (common === smaller && smaller >= 4 && smaller * 2 >= larger) return true
  return (2 * common) / (first.size + second.size) >= NEARLY_EQUAL
}

/** Pairs of stories tied by a listed address, ordered by the newer, packed with `LAST` less the older. */
function linksBetween(stories: readonly SeedStory[], byId: ReadonlyMap<string, number>): Float64Array {
  const latest = new Map<string, number[]>()
  const links: number[] = []
  const link = (a: number, b: number) => a !== b && links.push(packPair(Math.max(a, b), MAX_SECOND - Math.min(a, b)))
  for (const [position, { coverage }] of stories.entries()) {
    for (const { id } of coverage) {
      const here = byId.get(id)
      if (here !== undefined) link(here, position)
      const others = latest.get(id)
      if (others === undefined) latest.set(id, [position])
      else {
        for (const other of others) link(other, position)
        if (others.push(position) > COMPARED) others.shift()
      }
    }
  }
  return Float64Array.from(links).sort()
}
