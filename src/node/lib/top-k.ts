/** The second number of a pair is below it. */
const HIGH = 2 ** 32

/** The largest second number of a pair. */
export const MAX_SECOND = HIGH - 1

/**
 * Packs two whole numbers into one that sorts by the first, then the second. The first is below 2^21, the
 * second at most `MAX_SECOND`.
 */
export function packPair(high: number, low: number): number {
  return high * HIGH + low
}

/** The first number of a pair. */
export function firstOfPair(packed: number): number {
  return Math.floor(packed / HIGH)
}

/** The second number of a pair. */
export function secondOfPair(packed: number): number {
  return packed % HIGH
}

/**
 * Inserts a number into the largest seen so far: the first `count` of `top`, largest first. Returns their new
 * count, at most `top.length`. Numbers must differ.
 */
export function insertTopK(top: Float64Array, count: number, number: number): number {
  const isFull = count === top.length
  let at = isFull ? count - 1 : count
  if (isFull && number < (top[at] ?? 0)) return count
  for (; at > 0 && (top[at - 1] ?? 0) < number; at--) top[at] = top[at - 1] ?? 0
  top[at] = number
  return isFull ? count : count + 1
}
