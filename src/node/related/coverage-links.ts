import { appendTo } from '../lib/collections.ts'
import type { SeedStory } from '../seeds/values/seed-story.ts'

/** Coverage that is a story here, both ways: by position, without repeats and without the story itself. */
export interface CoverageLinks {
  /** Stories that a story lists, in its order. */
  readonly lists: (position: number) => readonly number[]
  /** Stories that list a story, oldest first. */
  readonly listedBy: (position: number) => readonly number[]
}

const NONE: readonly number[] = []

/** Finds which stories list which; `stories` oldest first, `byId` their positions. */
export function linkCoverage(stories: readonly SeedStory[], byId: ReadonlyMap<string, number>): CoverageLinks {
  const lists = new Map<number, number[]>()
  const listedBy = new Map<number, number[]>()
  for (const [position, { coverage }] of stories.entries()) {
    for (const { id } of coverage) {
      const here = byId.get(id)
      if (here === undefined || here === position || listedBy.get(here)?.at(-1) === position) continue
      appendTo(lists, position, here)
      appendTo(listedBy, here, position)
    }
  }
  return {
    lists: (position) => lists.get(position) ?? NONE,
    listedBy: (position) => listedBy.get(position) ?? NONE,
  }
}
