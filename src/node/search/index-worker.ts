import { buildFindIndex } from './build-index.ts'
import type { FindStory, IndexedStories } from './indexed-story.ts'

/** `stories` is a JSON array of `FindStory`, which reaches a thread sooner than objects do. */
export interface IndexJob extends Omit<IndexedStories, 'stories'> {
  readonly stories: string
}

/** What a worker thread runs to build the index: see `buildFindIndex`. */
export default function indexInWorker(job: IndexJob): ReadonlyMap<string, string> {
  return buildFindIndex({ ...job, stories: JSON.parse(job.stories) as FindStory[] })
}
