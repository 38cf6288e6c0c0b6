/** One mark of the user's: on or off, and when it was last changed. */
export interface Mark {
  readonly isOn: boolean
  /** Seconds since 1970, by the clock of the device that changed it. */
  readonly at: number
}

/** Marks by what they mark. */
export type Marks<Key> = ReadonlyMap<Key, Mark>

/** The one of two marks that counts: the later one; of two with the same time, the one that is on. */
export function laterMark(a: Mark, b: Mark): Mark {
  if (a.at !== b.at) return a.at > b.at ? a : b
  return a.isOn ? a : b
}

/** Merges two sets of marks, the later mark of each key winning. */
export function mergeMarks<Key>(a: Marks<Key>, b: Marks<Key>): Marks<Key> {
  if (a.size === 0) return b
  if (b.size === 0) return a
  const merged = new Map(a)
  for (const [key, mark] of b) {
    const other = merged.get(key)
    merged.set(key, other === undefined ? mark : laterMark(other, mark))
  }
  return merged
}

/** A mark that wins over an earlier one, also when the clock was set back since. `now` in seconds since 1970. */
export function changedMark(before: Mark | undefined, isOn: boolean, now: number): Mark {
  return { isOn, at: Math.max(Math.floor(now), 1, (before?.at ?? 0) + 1) }
}

/** Marks without those that were switched off before a time: after that long, no other device is expected to need them. */
export function withoutOldTombstones<Key>(marks: Marks<Key>, before: number): Marks<Key> {
  return new Map([...marks].filter(([, { isOn, at }]) => isOn || at >= before))
}
