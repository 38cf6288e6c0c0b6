/** Neighbours kept per story. */
const KEPT = 11

/** The nearest stories of each story, by position. */
export interface NearestLists {
  /** Takes `other` into the list of `position`, if it is near enough. */
  readonly offer: (position: number, other: number, score: number) => void
  /** The list of `position`, nearest first. */
  readonly of: (position: number) => Int32Array
}

/**
 * Empty lists for as many stories as `seconds`, their times of publication, has numbers. A higher
 * score is nearer, then a shorter time between; of equally near ones the first stays first. Of one
 * event (`eventOf`, -1 for none) the nearest is kept.
 */
export function nearestLists(seconds: Float64Array, eventOf: Int32Array): NearestLists {
  const others = new Int32Array(seconds.length * KEPT)
  const scores = new Int32Array(seconds.length * KEPT)
  const sizes = new Uint8Array(seconds.length)

  const apart = (a: number, b: number) => Math.abs((seconds[a] ?? 0) - (seconds[b] ?? 0))

  const offer = (position: number, other: number, score: number) => {
    const start = position * KEPT
    let end = start + (sizes[position] ?? 0)
    const isNearerThan = (at: number) =>
      (score - (scores[at] ?? 0) || apart(position, others[at] ?? 0) - apart(position, other)) > 0
    const isFull = end === start + KEPT
    if (isFull && !isNearerThan(end - 1)) return
    const event = eventOf[other] ?? -1
    if (event >= 0) {
      let same = start
      while (same < end && eventOf[others[same] ?? 0] !== event) same++
      if (same < end && !isNearerThan(same)) return
      if (same < end) {
        others.copyWithin(same, same + 1, end)
        scores.copyWithin(same, same + 1, end)
        end--
      }
    }
    let at = Math.min(end, start + KEPT - 1)
    for (; at > start && isNearerThan(at - 1); at--) {
      others[at] = others[at - 1] ?? 0
      scores[at] = scores[at - 1] ?? 0
    }
    others[at] = other
    scores[at] = score
    sizes[position] = Math.min(end + 1, start + KEPT) - start
  }
  return { offer, of: (position) => others.subarray(position * KEPT, position * KEPT + (sizes[position] ?? 0)) }
}
