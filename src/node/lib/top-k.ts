/** What `pack` puts second is below it. */
const HIGH = 2 ** 32

/** The largest number `pack` can put second. */
export const LAST = HIGH - 1

/**
 * Two whole numbers in one, the first of which decides which is larger: so they are sorted as plain
 * numbers. The first is below 2^21, the second at most `LAST`.
 */
export function pack(high: number, low: number): number {
  return high * HIGH + low
}

/** What `pack` was given first. */
export function highOf(packed: number): number {
  return Math.floor(packed / HIGH)
}

/** What `pack` was given second. */
export function lowOf(packed: number): number {
  return packed % HIGH
}

/**
 * Puts a number among the largest seen so far, which open `kept`, largest first; `count` of them are
 * there. Returns how many are there now; `kept.length` at most. Numbers must not be equal.
 */
export function keepLargest(kept: Float64Array, count: number, number: number): number {
  const isFull = count === kept.length
  let at = isFull ? count - 1 : count
  if (isFull && number < (kept[at] ?? 0)) return count
  for (; at > 0 && (kept[at - 1] ?? 0) < number; at--) kept[at] = kept[at - 1] ?? 0
  kept[at] = number
  return isFull ? count : count + 1
}
