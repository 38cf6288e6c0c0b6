/** Number of occurrences of each spelling of a name. */
export type Spellings = Map<string, number>

/** Counts an occurrence of a spelling of `key`. */
export function countSpelling(counts: Map<string, Spellings>, key: string, spelling: string): void {
  let spellings = counts.get(key)
  if (spellings === undefined) counts.set(key, (spellings = new Map<string, number>()))
  spellings.set(spelling, (spellings.get(spelling) ?? 0) + 1)
}

/** The most frequent spelling; of equally frequent ones the shortest, then the first in code-unit order. */
export function mostCommonSpelling(spellings: Spellings): string {
  let best = ''
  let bestCount = 0
  for (const [spelling, count] of spellings) {
    const order = count - bestCount || best.length - spelling.length || (spelling < best ? 1 : -1)
    if (bestCount === 0 || order > 0) [best, bestCount] = [spelling, count]
  }
  return best
}
