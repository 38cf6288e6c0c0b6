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
