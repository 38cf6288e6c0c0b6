import type { LoadWorker } from './bundle-worker.ts'
import type { Progress } from './progress.ts'

/** What one build uses in all its steps. */
export interface BuildTools {
  /** The folder of the build cache; null without one. */
  readonly cache: string | null
  readonly loadWorker: LoadWorker
  readonly progress: Progress
}
