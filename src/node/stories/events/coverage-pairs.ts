import type { SeedStory } from '../../seeds/values/seed-story.ts'

/** Stories that list one and the same address and are compared with each other, at most. */
const COMPARED = 8

/**
 * Older stories that each story is linked to by an address, by position: one lists the other, or both
 * list a third. `stories` oldest first, `byId` their positions.
 */
export function coveragePairs(stories: readonly SeedStory[], byId: ReadonlyMap<string, number>): ReadonlyMap<number, ReadonlySet<number>> {
  const pairs = new Map<number, Set<number>>()
  const latest = new Map<string, number[]>()
  const link = (a: number, b: number) => {
    if (a === b) return
    const [older, newer] = [Math.min(a, b), Math.max(a, b)]
    const others = pairs.get(newer)
    if (others === undefined) pairs.set(newer, new Set([older]))
    else others.add(older)
  }
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
  return pairs
}
