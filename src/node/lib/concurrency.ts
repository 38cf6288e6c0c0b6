/** Works on all items, on at most `limit` of them at once. */
export async function forEachConcurrent<T>(items: Iterable<T>, limit: number, work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items].values()
  await Promise.all(
    Array.from({ length: limit }, async () => {
      for (const item of queue) await work(item)
    }),
  )
}

/** Makes a function that does work as it is given, at most `limit` pieces at once. */
export function concurrencyLimit(limit: number): <T>(work: () => Promise<T>) => Promise<T> {
  const queues = new Array<Promise<unknown>>(limit).fill(Promise.resolve())
  let next = 0
  return (work) => {
    const queue = next++ % limit
    const result = (queues[queue] ?? Promise.resolve()).then(work)
    queues[queue] = result.catch(() => undefined)
    return result
  }
}
