/** Works on all items, on at most `limit` of them at once. */
export async function atOnce<T>(items: Iterable<T>, limit: number, work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items].values()
  await Promise.all(
    Array.from({ length: limit }, async () => {
      for (const item of queue) await work(item)
    }),
  )
}
