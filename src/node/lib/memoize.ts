/** Most results in memory, so that hostile seeds can't fill it. */
const MAX_RESULTS = 20_000

/** Caches the results of a pure function of a text. */
export function memoize<T>(work: (text: string) => T): (text: string) => T {
  const results = new Map<string, T>()
  return (text) => {
    const known = results.get(text)
    if (known !== undefined) return known
    const result = work(text)
    if (results.size >= MAX_RESULTS) results.clear()
    results.set(text, result)
    return result
  }
}
