import { resolve } from 'node:path'
import type { ResolvedConfig } from 'vite'
import type { App } from '../app/build-app.ts'
import type { BuiltBundle } from '../bundle/build-bundle.ts'
import type { Settings } from '../config/options.ts'
import { codeVersion } from '../lib/bundle-worker.ts'
import type { BuildTools } from '../lib/build-tools.ts'
import { BuildManifest } from '../output/build-manifest.ts'
import type { OutputFolder } from '../output/output-folder.ts'
import { pageWriter } from '../pages/write-pages.ts'
import { writeDayRedirect, writeRedirects, writeTopicRedirects } from '../pages/write-redirects.ts'
import { writePreviewImages } from '../preview-images/write-preview-images.ts'
import { startIndexJob, type RunningIndexJob } from '../search/index-job.ts'
import { findTopicVariants, type TopicVariants } from '../stories/topic-variants.ts'
import { writeSyndication } from '../syndication/write-syndication.ts'
import { writeBundle } from './write-bundle.ts'

interface SiteParts {
  readonly config: ResolvedConfig
  readonly settings: Settings
  readonly built: BuiltBundle
  readonly app: App
  readonly tools: BuildTools
}

interface WrittenSite {
  /** Not saved: its fingerprints are complete when the drafts are published. */
  readonly manifest: BuildManifest
  /** Preview images that could not be drawn. */
  readonly skippedPreviews: number
  /** Topics that seeds spell differently. */
  readonly topicVariants: readonly TopicVariants[]
}

/** Writes every file of the site into the output folder, as drafts. */
export async function writeSite(output: OutputFolder, { config, settings, built, app, tools }: SiteParts): Promise<WrittenSite> {
  const { cache, loadWorker, progress } = tools
  const { bundle, images, pictures } = built
  const { assetsDir, outDir } = config.build
  for (const [file, bytes] of app.files) output.writeOwn(file, bytes)
  const topicVariants = findTopicVariants(bundle.seeds)
  const previews = await writePreviewImages(output, bundle, settings, tools)
  const manifest = new BuildManifest(cache, resolve(config.root, outDir), [codeVersion(), settings.site, app.pages])
  const pages = pageWriter(output, bundle, {
    site: settings.site,
    code: app.pages,
    previewImages: previews.files,
    manifest,
    loadWorker: cache === null ? null : loadWorker,
  })
  const writeMore = () => {
    writeRedirects(output, bundle.seeds, assetsDir)
    writeTopicRedirects(output, topicVariants)
    writeDayRedirect(output, [...bundle.days().keys()][0])
    writeSyndication(output, bundle, settings.site, { base: config.base, assetsDir, images: settings.read.images }, progress.phase('Writing feeds'))
    // What remains is what the workers have not finished.
    progress.phase('Writing pages')
  }
  let index: RunningIndexJob | null = null
  try {
    // Lets the workers start before this thread relates all stories.
    await pages.waitForCapacity()
    index = await startIndexJob(bundle.indexed(), loadWorker)
    await writeBundle(output, { bundle, images, pictures, pages, index, manifest, onProgress: progress.phase('Writing stories'), writeMore })
  } finally {
    progress.end()
    await Promise.all([pages.stop(), index?.stop()])
  }
  return { manifest, skippedPreviews: previews.skipped, topicVariants }
}
