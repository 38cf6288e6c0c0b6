import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Bundle } from '../bundle/assemble-bundle.ts'
import { drawsPreviewImages } from './preview-image.ts'
import { drawPreviewImages, type DrawnImages } from './draw-all.ts'
import type { Settings } from '../config/options.ts'
import type { OutputFolder } from '../output/output-folder.ts'
import type { BuildTools } from '../lib/build-tools.ts'
import { codeVersion } from '../lib/bundle-worker.ts'

/** Writes the preview images of a site's stories, drawn or from the cache; none where the settings say so. */
export async function writePreviewImages(
  output: OutputFolder,
  bundle: Bundle,
  { site, cards: setting }: Settings,
  { cache, loadWorker, progress }: BuildTools,
): Promise<Pick<DrawnImages, 'files' | 'skipped'>> {
  // A preview image needs an absolute address.
  if (site.url === null || !drawsPreviewImages(setting, bundle.seeds.length)) return { files: new Map(), skipped: 0 }
  const stories = bundle.summaries().map((summary, position) => ({ ...summary, language: bundle.seeds[position]?.language ?? null }))
  const onProgress = progress.phase('Drawing preview images')
  return drawPreviewImages(stories, site, {
    cacheFolder: cache === null ? null : currentCache(join(cache, 'cards')),
    write: (file, png) => output.write(file, png),
    loadWorker,
    onProgress,
  }).finally(() => progress.end())
}

/** The cache folder of this version of the code; those of older versions are removed. */
function currentCache(folder: string): string {
  const version = codeVersion()
  try {
    for (const name of existsSync(folder) ? readdirSync(folder) : []) {
      if (name !== version) rmSync(join(folder, name), { recursive: true, force: true })
    }
  } catch {
    // A folder that can't be removed only takes space.
  }
  return join(folder, version)
}
