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
  const lists = stories.map((): Neighbour[] => [])
  const apart = (a: number, b: number) => Math.abs((stories[a]?.seconds ?? 0) - (stories[b]?.seconds ?? 0))
  return {
    offer(position, other, score) {
      const list = lists[position]
      if (list === undefined || score <= 0) return
      const isBetterThan = (known: Neighbour) => (score - known.score || apart(position, known.position) - apart(position, other)) > 0
      const last = list[MAX_LENGTH - 1]
      if (last !== undefined && !isBetterThan(last)) return
      const event = stories[other]?.event ?? -1
      const same = event < 0 ? -1 : list.findIndex((known) => stories[known.position]?.event === event)
      const rival = list[same]
      if (rival !== undefined && !isBetterThan(rival)) return
      if (rival !== undefined) list.splice(same, 1)
      let at = list.length
      for (let known = list[at - 1]; known !== undefined && isBetterThan(known); known = list[at - 1]) at--
      list.splice(at, 0, { position: other, score })
      if (list.length > MAX_LENGTH) list.pop()
    },
    of: (position) => lists[position] ?? [],
  }
}
