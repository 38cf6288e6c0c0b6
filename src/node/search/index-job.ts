import { buildSearchIndex } from './build-index.ts'
import type { IndexInput } from './indexed-story.ts'
import type { IndexJob } from './index-worker.ts'
import type { Tinypool } from 'tinypool'
import type { LoadWorker } from '../lib/bundle-worker.ts'
import { chunked } from '../lib/collections.ts'

/** With fewer stories, starting a thread costs more than it saves. */
const MIN_STORIES_FOR_WORKER = 2000

/** Stories in one string: those of a million would be longer than a string can be. */
const STORIES_PER_CHUNK = 10_000

/** An index that is being built. */
export interface RunningIndexJob {
  /** Its files by path. */
  readonly files: Promise<ReadonlyMap<string, string | Uint8Array>>
  /** Ends its thread, finished or not. */
  stop(): Promise<void>
}

/** Starts to build the index: with many stories in a worker thread, in parallel with the rest of the build. */
export async function startIndexJob(indexed: IndexInput, loadWorker: LoadWorker): Promise<RunningIndexJob> {
  const code = indexed.stories.length < MIN_STORIES_FOR_WORKER ? null : await loadWorker('search/index-worker')
  if (code === null) return { files: Promise.resolve(buildSearchIndex(indexed)), stop: () => Promise.resolve() }
  const { Tinypool } = await import('tinypool')
  const pool = new Tinypool({ filename: code.file, maxThreads: 1 })
  const stories = chunked(indexed.stories, STORIES_PER_CHUNK).map((chunk) => JSON.stringify(chunk))
  // The thread holds hundreds of megabytes, so it ends with its work.
  const files = stopAfter(pool.run({ ...indexed, stories } satisfies IndexJob), pool)
  // Whoever awaits `files` gets the error; until then it must not end the process as unhandled.
  files.catch(() => undefined)
  return { files, stop: () => pool.destroy() }
}

/** The result of a run, not of a job: that would be held until it is done. */
async function stopAfter(run: Promise<unknown>, pool: Tinypool): Promise<ReadonlyMap<string, Uint8Array>> {
  try {
    return (await run) as ReadonlyMap<string, Uint8Array>
  } finally {
    await pool.destroy()
  }
}
