import { basename, dirname, join, resolve } from 'node:path'
import type { ResolvedConfig, ViteBuilder } from 'vite'
import { GENERATED_FOLDERS } from '../../shared/contract/permalinks.ts'
import { bundleBuilder, seedsFolder } from '../bundle/build-bundle.ts'
import type { BuiltBundle } from '../bundle/build-bundle.ts'
import { formatErrors, formatFailure, formatNothingLeft, formatSkippedPreviewImages, formatSummary, formatWarnings } from './build-summary.ts'
import { formatOrigin, formatTopicVariants } from './describe-traits.ts'
import { writeBundle } from './write-bundle.ts'
import { writePreviewImages } from '../preview-images/write-preview-images.ts'
import { daysOf } from '../bundle/day-pages.ts'
import { writeDayRedirect, writeRedirects, writeTopicRedirects } from '../pages/write-redirects.ts'
import { pageWriter } from '../pages/write-pages.ts'
import { writeSyndication } from '../syndication/write-syndication.ts'
import { containsPath } from '../lib/contains-path.ts'
import { startIndexJob } from '../search/index-job.ts'
import type { RunningIndexJob } from '../search/index-job.ts'
import { BuildManifest } from '../output/build-manifest.ts'
import { findTopicVariants } from '../stories/topic-variants.ts'
import type { Settings } from '../config/options.ts'
import { OutputFolder } from '../output/output-folder.ts'
import { userError } from '../lib/user-error.ts'
import { progressOn } from '../lib/progress.ts'
import type { Progress } from '../lib/progress.ts'
import { publicFiles } from './public-files.ts'
import { buildApp } from '../app/build-app.ts'
import { UNKNOWN_SITE_URL } from '../syndication/syndicate.ts'
import { codeVersion, workerLoader } from '../lib/bundle-worker.ts'
import type { LoadWorker } from '../lib/bundle-worker.ts'

/** Builds the whole site into the output folder. Rejects, with nothing written, when seeds are invalid and may not be. */
export async function buildSite(builder: ViteBuilder, settings: Settings): Promise<void> {
  const { config } = builder
  const { logger } = config
  const outDir = resolve(config.root, config.build.outDir)
  assertOwnFolder(outDir, config.root, seedsFolder(config.root, settings))
  const cache = cacheFolder(config)
  const loadWorker = workerLoader((message) => logger.warn(message))
  const ownersFiles = publicFiles(config)
  const progress = progressOn(process.stderr)
  const [built, app] = await bothDone(readBundle(config, settings, cache, loadWorker, progress), buildApp(builder, settings, cache))

  const output = new OutputFolder(outDir)
  for (const [file, read] of ownersFiles) output.protect(file, read())
  for (const [file, bytes] of app.files) output.writeOwn(file, bytes)
  const { bundle, images } = built
  const topicVariants = findTopicVariants(bundle.seeds)
  const previews = await writePreviewImages(output, bundle, settings, { cache, loadWorker, progress })
  const manifest = new BuildManifest(cache, outDir, [codeVersion(), settings.site, app.pages])
  const pages = pageWriter(output, bundle, {
    site: settings.site,
    code: app.pages,
    previewImages: previews.files,
    manifest,
    loadWorker: cache === null ? null : loadWorker,
  })
  const writeMore = () => {
    writeRedirects(output, bundle.seeds, config.build.assetsDir)
    writeTopicRedirects(output, topicVariants)
    writeDayRedirect(output, [...daysOf(bundle.summaries(), settings.site).keys()][0])
    writeSyndication(output, bundle, settings.site, { base: config.base, assetsDir: config.build.assetsDir }, progress.phase('Writing feeds'))
    // What remains is what the workers have not finished.
    progress.phase('Writing pages')
  }
  let index: RunningIndexJob | null = null
  try {
    // Lets the workers start before this thread relates all stories.
    await pages.waitForCapacity()
    index = await startIndexJob(bundle.indexed(), loadWorker)
    await writeBundle(output, { bundle, images, pages, index, manifest, onProgress: progress.phase('Writing stories'), writeMore })
  } finally {
    progress.end()
    await Promise.all([pages.stop(), index?.stop()])
  }
  // A story that was withdrawn must not stay readable, wherever the site is built to.
  for (const folder of mayEmpty(config) ? [''] : GENERATED_FOLDERS) output.removeOthers(folder)
  const overridden = output.overridden()
  if (overridden.length > 0) logger.info(`Used from the public folder instead of Newsfold's own: ${overridden.join(', ')}`)
  const skipped = formatSkippedPreviewImages(previews.skipped)
  if (skipped !== null) logger.info(skipped)
  if (settings.site.url === null) logger.info(UNKNOWN_SITE_URL)
  const origin = formatOrigin(built.report)
  if (origin !== null) logger.info(origin)
  const variants = formatTopicVariants(topicVariants)
  if (variants !== null) logger.info(variants)
  logger.info(formatSummary(built.report))
}

/** The folder of a project's build cache, which may be deleted at any time; null for a root that is not a package. */
export function cacheFolder({ cacheDir }: ResolvedConfig): string | null {
  const modules = dirname(cacheDir)
  return basename(modules) === 'node_modules' ? join(modules, '.cache/newsfold') : null
}

/** Reads the seeds into a bundle and reports every issue. */
async function readBundle(
  config: ResolvedConfig,
  settings: Settings,
  cache: string | null,
  loadWorker: LoadWorker,
  progress: Progress,
): Promise<BuiltBundle> {
  const { root, logger } = config
  const built = await bundleBuilder(root, settings, cache, loadWorker)(progress.phase('Reading seeds')).finally(() => progress.end())
  for (const line of formatWarnings(built.report)) logger.warn(line)
  for (const line of formatErrors(built.report)) logger.error(line)
  const { seeds, invalid, undated } = built.report
  if (settings.invalid === 'fail' && invalid > 0) throw userError(formatFailure(built.report))
  // An empty site must not replace one that has stories.
  if (seeds > 0 && invalid + undated === seeds) throw userError(formatNothingLeft(built.report))
  return built
}

/** Both results, or the first one's error, once both have ended. */
async function bothDone<A, B>(first: Promise<A>, second: Promise<B>): Promise<[A, B]> {
  const [a, b] = await Promise.allSettled([first, second])
  if (a.status === 'rejected') throw a.reason
  if (b.status === 'rejected') throw b.reason
  return [a.value, b.value]
}

/** As in Vite, an output folder outside the project is emptied only when the configuration says so. */
function mayEmpty({ root, build: { outDir, emptyOutDir } }: ResolvedConfig): boolean {
  return emptyOutDir ?? containsPath(root, resolve(root, outDir))
}

/** A build may remove whatever it has not written, so an output folder must contain nothing else. */
function assertOwnFolder(outDir: string, root: string, seeds: string): void {
  const refuse = (why: string) => userError(`The output folder "${outDir}" ${why}. Choose one of its own, such as dist.`)
  if (containsPath(outDir, root)) throw refuse('contains the project')
  if (containsPath(outDir, seeds)) throw refuse('contains the seeds')
  if (containsPath(seeds, outDir)) throw refuse('is inside the seeds folder')
}
