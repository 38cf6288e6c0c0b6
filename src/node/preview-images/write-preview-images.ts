import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Bundle } from '../bundle/assemble-bundle.ts'
import { drawsCards } from './preview-image.ts'
import { drawCards } from './draw-all.ts'
import type { Cards } from './draw-all.ts'
import type { Settings } from '../config/options.ts'
import type { OutputFolder } from '../output/output-folder.ts'
import type { Progress } from '../lib/progress.ts'
import { codeVersion } from '../lib/bundle-worker.ts'
import type { LoadWorker } from '../lib/bundle-worker.ts'

interface BuildTools {
  /** The folder of the build cache; null without one. */
  readonly cache: string | null
  readonly loadWorker: LoadWorker
  readonly progress: Progress
}

/** Draws the cards of a site's stories, or takes them from the cache, and writes them. Draws none where the settings want none. */
export async function writePreviewImages(
  output: OutputFolder,
  bundle: Bundle,
  { site, cards: setting }: Settings,
  { cache, loadWorker, progress }: BuildTools,
): Promise<Pick<Cards, 'files' | 'skipped'>> {
  // A preview's picture needs an absolute address.
  if (site.url === null || !drawsCards(setting, bundle.seeds.length)) return { files: new Map(), skipped: 0 }
  const stories = bundle.summaries().map((summary, position) => ({ ...summary, language: bundle.seeds[position]?.language ?? null }))
  const onProgress = progress.phase('Drawing cards')
  return drawCards(stories, site, {
    cacheFolder: cache === null ? null : cacheOfNow(join(cache, 'cards')),
    emit: (file, png) => output.write(file, png),
    loadWorker,
    onProgress,
  }).finally(() => progress.end())
}

/** The folder for cards as the code draws them now; those that older code or packages drew are removed. */
function cacheOfNow(folder: string): string {
  const version = codeVersion()
  try {
    for (const name of existsSync(folder) ? readdirSync(folder) : []) {
      if (name !== version) rmSync(join(folder, name), { recursive: true, force: true })
    }
  } catch {
    // What may not be removed only takes room.
  }
  return join(folder, version)
}
