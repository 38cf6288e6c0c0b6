import { writeSearchIndex } from './build-index.ts'
import type { IndexedStory, IndexInput } from './indexed-story.ts'

/** `stories` are JSON arrays of `IndexedStory`, which are faster to pass to a thread than objects; several, because no string may be too long. */
export interface IndexJob extends Omit<IndexInput, 'stories'> {
  readonly stories: string[]
}

/** Builds the index in a worker thread: see `buildSearchIndex`. The files are UTF-8, which are moved between threads and not copied. */
export default function indexInWorker(job: IndexJob): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>()
  const stories: IndexedStory[] = []
  // A string is let go before the next one is parsed.
  for (let json = job.stories.shift(); json !== undefined; json = job.stories.shift()) stories.push(...(JSON.parse(json) as IndexedStory[]))
  writeSearchIndex({ ...job, stories }, (file, json) => files.set(file, new TextEncoder().encode(json)))
  return files
}
