import { buildFindIndex } from './build-index.ts'
import type { IndexedStories } from './build-index.ts'
import type { IndexJob } from './index-worker.ts'
import type { LoadWorker } from '../lib/bundle-worker.ts'

/** From so many stories on, a thread pays for its start. */
const MANY = 2000

/** An index that is being made. */
export interface IndexInWork {
  /** Its files by path. */
  readonly files: Promise<ReadonlyMap<string, string>>
  /** Ends its thread, whether it has finished or not. */
  stop(): Promise<void>
}

/** Begins to make the index; of many stories in a worker thread, beside whatever else is done. */
export async function startIndex(indexed: IndexedStories, loadWorker: LoadWorker): Promise<IndexInWork> {
  const code = indexed.stories.length < MANY ? null : await loadWorker('search/index-worker')
  if (code === null) return { files: Promise.resolve(buildFindIndex(indexed)), stop: () => Promise.resolve() }
  const { Tinypool } = await import('tinypool')
  const pool = new Tinypool({ filename: code.file, maxThreads: 1 })
  const job: IndexJob = { ...indexed, stories: JSON.stringify(indexed.stories) }
  // The thread holds hundreds of megabytes: it ends with its work.
  const files = (pool.run(job) as Promise<ReadonlyMap<string, string>>).finally(() => pool.destroy())
  // Its failure is told to whoever awaits it, at the end: until then it must not end the process.
  files.catch(() => undefined)
  return { files, stop: () => pool.destroy() }
}
