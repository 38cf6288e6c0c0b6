import { availableParallelism } from 'node:os'
import { Tinypool } from 'tinypool'

/** Hands each item to the default export of the module `filename` in one of `threads` worker threads, at most one per processor, and its result to `onResult`. */
export async function runInThreads<T>(filename: string, items: readonly T[], threads: number, onResult: (item: T, result: unknown) => Promise<void> | void): Promise<void> {
  const pool = new Tinypool({ filename, maxThreads: Math.max(1, Math.min(availableParallelism(), threads)) })
  try {
    await Promise.all(items.map(async (item) => onResult(item, await pool.run(item))))
  } finally {
    await pool.destroy()
  }
}
