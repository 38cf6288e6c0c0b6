import { basename, dirname, join, resolve } from 'node:path'
import type { ResolvedConfig, ViteBuilder } from 'vite'
import { GENERATED_FOLDERS } from '../../shared/contract/permalinks.ts'
import { bundleBuilder, seedsFolder } from '../bundle/build-bundle.ts'
import type { BuiltBundle } from '../bundle/build-bundle.ts'
import { formatErrors, formatFailure, formatNothingLeft, formatSkippedCards, formatSummary, formatWarnings } from './build-summary.ts'
import { formatOrigin } from './describe-traits.ts'
import { emitBundle } from './write-bundle.ts'
import { emitCards } from '../preview-images/write-preview-images.ts'
import { pageEmitter } from '../pages/write-pages.ts'
import { emitSyndication } from '../syndication/write-syndication.ts'
import { containsPath } from '../lib/contains-path.ts'
import { startIndex } from '../search/index-job.ts'
import type { IndexInWork } from '../search/index-job.ts'
import { BuildManifest } from '../output/build-manifest.ts'
import type { Settings } from '../config/options.ts'
import { OutputFolder } from '../output/output-folder.ts'
import { userError } from '../lib/user-error.ts'
import { progressOn } from '../lib/progress.ts'
import type { Progress } from '../lib/progress.ts'
import { publicFiles } from './public-files.ts'
import { buildShell } from '../app/build-app.ts'
import { UNKNOWN_SITE_URL } from '../syndication/syndicate.ts'
import { codeVersion } from '../lib/bundle-worker.ts'

/** Builds the whole reader into the output folder. Rejects, with nothing written, when seeds are invalid and may not be. */
export async function buildReader(builder: ViteBuilder, settings: Settings): Promise<void> {
  const { config } = builder
  const outDir = resolve(config.root, config.build.outDir)
  assertOwnFolder(outDir, config.root, seedsFolder(config.root, settings))
  const cache = cacheFolder(config)
  const owners = publicFiles(config)
  const progress = progressOn(process.stderr)
  const [built, shell] = await bothDone(buildBundle(config, settings, cache, progress), buildShell(builder, settings, cache))

  const output = new OutputFolder(outDir)
  for (const [file, read] of owners) output.settle(file, read())
  for (const [file, bytes] of shell.files) output.writeOwn(file, bytes)
  const { bundle, images } = built
  const { files: cards, skipped } = await emitCards(output, bundle, settings, cache, progress)
  const known = new BuildManifest(cache, outDir, [codeVersion(), settings.site, shell.pages])
  const pages = pageEmitter(output, bundle, { site: settings.site, code: shell.pages, cards, known, mayThread: cache !== null })
  const emitMore = () => {
    emitSyndication(output, bundle, settings.site, { base: config.base, assetsDir: config.build.assetsDir }, progress.phase('Writing feeds'))
    // What is left is what threads have not finished.
    progress.phase('Writing pages')
  }
  let index: IndexInWork | null = null
  try {
    // Lets threads start, while this one gathers what all pages stand on.
    await pages.hasRoom()
    index = await startIndex(bundle.indexed())
    await emitBundle(output, bundle, images, pages, index, known, progress.phase('Writing stories'), emitMore)
  } finally {
    progress.end()
    await Promise.all([pages.stop(), index?.stop()])
  }
  // What was withdrawn is not to be read any more, wherever the site is built to.
  for (const folder of mayEmpty(config) ? [''] : GENERATED_FOLDERS) output.removeOthers(folder)
  const kept = output.passedOver()
  if (kept.length > 0) config.logger.info(`Taken from the public folder, in place of Newsfold's own: ${kept.join(', ')}`)
  const leftOut = formatSkippedCards(skipped)
  if (leftOut !== null) config.logger.info(leftOut)
  if (settings.site.url === null) config.logger.info(UNKNOWN_SITE_URL)
  const origin = formatOrigin(built.report)
  if (origin !== null) config.logger.info(origin)
  config.logger.info(formatSummary(built.report))
}

/** Where a project keeps what it would rather not make twice; null for a root that is no package. Deleting it is always safe. */
export function cacheFolder({ cacheDir }: ResolvedConfig): string | null {
  const modules = dirname(cacheDir)
  return basename(modules) === 'node_modules' ? join(modules, '.cache/newsfold') : null
}

/** Builds the bundle and tells every issue. */
async function buildBundle(config: ResolvedConfig, settings: Settings, cache: string | null, progress: Progress): Promise<BuiltBundle> {
  const { root, logger } = config
  const built = await bundleBuilder(root, settings, cache)(progress.phase('Reading seeds')).finally(() => progress.end())
  for (const line of formatWarnings(built.report)) logger.warn(line)
  for (const line of formatErrors(built.report)) logger.error(line)
  const { seeds, invalid, undated } = built.report
  if (settings.invalid === 'fail' && invalid > 0) throw userError(formatFailure(built.report))
  // A site that was read before is not to be replaced by an empty one.
  if (seeds > 0 && invalid + undated === seeds) throw userError(formatNothingLeft(built.report))
  return built
}

/** Both results, or the first one's error, when neither works on any more. */
async function bothDone<A, B>(first: Promise<A>, second: Promise<B>): Promise<[A, B]> {
  const [a, b] = await Promise.allSettled([first, second])
  if (a.status === 'rejected') throw a.reason
  if (b.status === 'rejected') throw b.reason
  return [a.value, b.value]
}

/** As Vite does: an output folder outside the project is only emptied whole when that was asked for. */
function mayEmpty({ root, build: { outDir, emptyOutDir } }: ResolvedConfig): boolean {
  return emptyOutDir ?? containsPath(root, resolve(root, outDir))
}

/** Whatever a build has not written there may be removed: an output folder must hold nothing else. */
function assertOwnFolder(outDir: string, root: string, seeds: string): void {
  const refuse = (why: string) => userError(`The output folder "${outDir}" ${why}. Choose one of its own, such as dist.`)
  if (containsPath(outDir, root)) throw refuse('holds the project')
  if (containsPath(outDir, seeds)) throw refuse('holds the seeds')
  if (containsPath(seeds, outDir)) throw refuse('lies among the seeds')
}
