import type { SeedStory } from './seed-story.ts'
import { publishedSeconds } from './story-order.ts'
import { wordsOf } from './words.ts'

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

/** Stories that list one and the same address and are compared with each other, at most. */
const COMPARED = 8

/**
 * Finds stories on the same event: one lists the other's address (or both list a third's), and
 * their titles are equal or nearly so. `stories` oldest first. Returns, for each story, the
 * positions of its whole group, oldest first and itself included, or null when it stands alone.
 *
 * Links are followed in the stories' order, and a story joins only if its title is also near the
 * group's oldest one, so that a chain of small changes can't tie different news together.
 */
export function groupEvents(stories: readonly SeedStory[]): readonly (readonly number[] | null)[] {
  const titles = new Map<number, string[]>()
  const titleOf = (position: number) => {
    let words = titles.get(position)
    if (words === undefined) titles.set(position, (words = wordsOf(stories[position]?.title ?? '')))
    return words
  }
  const groups = stories.map((_, position) => [position])
  const sameEvent = (a: number, b: number) => {
    const [first, second] = [stories[a], stories[b]]
    if (first === undefined || second === undefined) return false
    if (Math.abs(publishedSeconds(first) - publishedSeconds(second)) > LONGEST_EVENT) return false
    return first.title === second.title || nearlyEqual(titleOf(a), titleOf(b))
  }
  for (const [older, newer] of linksBetween(stories)) {
    const [into, from] = [groups[older], groups[newer]]
    if (into === undefined || from === undefined || into === from) continue
    if (into.length + from.length > LARGEST_EVENT || !sameEvent(older, newer)) continue
    if (!sameEvent(into[0] ?? older, newer) || !sameEvent(from[0] ?? newer, older)) continue
    const joined = [...into, ...from].sort((a, b) => a - b)
    for (const position of joined) groups[position] = joined
  }
  return groups.map((group) => (group.length > 1 ? group : null))
}

/** Whether two titles, as folded words, tell the same: one may add a little, but not another number. */
export function nearlyEqual(a: readonly string[], b: readonly string[]): boolean {
  const [first, second] = [new Set(a), new Set(b)]
  const common = [...first].filter((word) => second.has(word)).length
  if (common === 0) return false
  const isNumber = (word: string) => /^\p{N}+$/u.test(word)
  const onlyIn = (words: ReadonlySet<string>, others: ReadonlySet<string>) =>
    [...words].some((word) => isNumber(word) && !others.has(word))
  if (onlyIn(first, second) && onlyIn(second, first)) return false
  const [smaller, larger] = first.size < second.size ? [first.size, second.size] : [second.size, first.size]
  if (common === smaller && smaller >= 4 && smaller * 2 >= larger) return true
  return (2 * common) / (first.size + second.size) >= NEARLY_EQUAL
}

/** Pairs of stories tied by a listed address, older first, ordered by the newer one. */
function linksBetween(stories: readonly SeedStory[]): [number, number][] {
  const byId = new Map(stories.map(({ id }, position) => [id, position]))
  const listedBy = new Map<string, number[]>()
  const links: [number, number][] = []
  const link = (a: number, b: number) => a !== b && links.push(a < b ? [a, b] : [b, a])
  stories.forEach(({ coverage }, position) => {
    for (const { id } of coverage) {
      const here = byId.get(id)
      if (here !== undefined) link(here, position)
      const others = listedBy.get(id)
      if (others === undefined) listedBy.set(id, [position])
      else {
        for (const other of others.slice(-COMPARED)) link(other, position)
        others.push(position)
      }
    }
  })
  return links.sort((a, b) => a[1] - b[1] || b[0] - a[0])
}
