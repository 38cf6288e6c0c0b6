import { buildSearchIndex } from './build-index.ts'
import type { IndexedStory, IndexInput } from './indexed-story.ts'

/** `stories` is a JSON array of `IndexedStory`, which is faster to pass to a thread than objects. */
export interface IndexJob extends Omit<IndexInput, 'stories'> {
  readonly stories: string
}

/** Builds the index in a worker thread: see `buildSearchIndex`. */
export default function indexInWorker(job: IndexJob): ReadonlyMap<string, string> {
  return buildSearchIndex({ ...job, stories: JSON.parse(job.stories) as IndexedStory[] })
}
