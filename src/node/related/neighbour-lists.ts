/** Maximum length of a list. */
const MAX_LENGTH = 11

export interface Neighbour {
  readonly position: number
  readonly score: number
}

/** What a story brings into the ranking besides its features, oldest first. */
export interface RankedStory {
  /** Seconds since 1970 at which it was published. */
  readonly seconds: number
  /** Primary language. */
  readonly language: string
  /** Position of its event's oldest story; -1 for none. */
  readonly event: number
}

/** The most related stories of each story, by position. */
export interface NearestLists {
  /** Takes `other` into the list of `position`, if it is related enough. */
  readonly offer: (position: number, other: number, score: number) => void
  /** The list of `position`, best first. */
  readonly of: (position: number) => readonly Neighbour[]
}

/** Empty lists. A higher score is better, then a shorter time between, then the earlier offer. Of one event the best is kept. */
export function nearestLists(stories: readonly RankedStory[]): NearestLists {
  // Lists of `MAX_LENGTH` places in typed arrays: with an object for each neighbour they take six times the memory.
  const positions = new Int32Array(stories.length * MAX_LENGTH)
  const scores = new Float64Array(stories.length * MAX_LENGTH)
  const lengths = new Uint8Array(stories.length)
  const apart = (a: number, b: number) => Math.abs((stories[a]?.seconds ?? 0) - (stories[b]?.seconds ?? 0))
  return {
    offer(position, other, score) {
      if (score <= 0) return
      const start = position * MAX_LENGTH
      const end = start + (lengths[position] ?? 0)
      const isBetterThan = (at: number) => (score - (scores[at] ?? 0) || apart(position, positions[at] ?? 0) - apart(position, other)) > 0
      if (end === start + MAX_LENGTH && !isBetterThan(end - 1)) return
      const event = stories[other]?.event ?? -1
      let same = event < 0 ? end : start
      while (same < end && stories[positions[same] ?? 0]?.event !== event) same++
      if (same < end && !isBetterThan(same)) return
      // It takes the place of its rival, else that of the last one or a new one, and moves up from there.
      let at = same < end ? same : Math.min(end, start + MAX_LENGTH - 1)
      if (at === end) lengths[position] = end - start + 1
      for (; at > start && isBetterThan(at - 1); at--) {
        positions[at] = positions[at - 1] ?? 0
        scores[at] = scores[at - 1] ?? 0
      }
      positions[at] = other
      scores[at] = score
    },
    of: (position) => Array.from({ length: lengths[position] ?? 0 }, (_, at) => ({ position: positions[position * MAX_LENGTH + at] ?? 0, score: scores[position * MAX_LENGTH + at] ?? 0 })),
  }
}
