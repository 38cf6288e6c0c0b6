/** Results kept at most; hostile seeds could otherwise fill the memory. */
const KEPT = 20_000

/** A pure function of a text that is asked the same things again and again: each answer is worked out once. */
export function memoize<T>(work: (text: string) => T): (text: string) => T {
  const answers = new Map<string, T>()
  return (text) => {
    const known = answers.get(text)
    if (known !== undefined) return known
    const answer = work(text)
    if (answers.size >= KEPT) answers.clear()
    answers.set(text, answer)
    return answer
  }
}
