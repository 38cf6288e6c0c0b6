import { buildFindIndex } from './find-index.ts'
import type { IndexedStories } from './find-index.ts'
import type { IndexJob } from './index-worker.ts'
import { bundleWorker } from './worker-code.ts'

/** From so many stories on, a thread pays for its start. */
const MANY = 2000

/** The files of the index by path; of many stories made in a worker thread, beside whatever else is done. */
export async function indexFiles(indexed: IndexedStories): Promise<ReadonlyMap<string, string>> {
  const code = indexed.stories.length < MANY ? null : await bundleWorker('index-worker').catch(() => null)
  if (code === null) return buildFindIndex(indexed)
  const { Tinypool } = await import('tinypool')
  const pool = new Tinypool({ filename: code.file, maxThreads: 1 })
  try {
    const job: IndexJob = { ...indexed, stories: JSON.stringify(indexed.stories) }
    return (await pool.run(job)) as ReadonlyMap<string, string>
  } finally {
    await pool.destroy()
  }
}
