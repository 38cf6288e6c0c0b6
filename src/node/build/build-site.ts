import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { getHeapStatistics } from 'node:v8'
import type { ResolvedConfig, ViteBuilder } from 'vite'
import { GENERATED_FOLDERS } from '../../shared/contract/permalinks.ts'
import { bundleBuilder, seedsFolder, type BuiltBundle, type PreparePictures } from '../bundle/build-bundle.ts'
import { BuildRecord, type Message } from './build-record.ts'
import { formatErrors, formatFailure, formatHeapWarning, formatNothingLeft, formatSize, formatSkippedPreviewImages, formatSummary, formatWarnings } from './build-summary.ts'
import { formatOrigin, formatTopicVariants } from './describe-traits.ts'
import { containsPath } from '../lib/contains-path.ts'
import type { Settings } from '../config/options.ts'
import { OutputFolder } from '../output/output-folder.ts'
import { userError } from '../lib/user-error.ts'
import { fingerprintTree } from '../lib/fingerprint-tree.ts'
import { progressOn } from '../lib/progress.ts'
import { explainFailure } from './explain-failure.ts'
import { publicFiles } from './public-files.ts'
import { writeSite } from './write-site.ts'
import type { BuildTools } from '../lib/build-tools.ts'
import { appKey, buildApp, skipApp } from '../app/build-app.ts'
import { UNKNOWN_SITE_URL } from '../syndication/syndicate.ts'
import { sitePictures } from '../pictures/site-pictures.ts'
import type { OnProgress } from '../seeds/read-seeds.ts'
import { codeVersion, workerLoader } from '../lib/bundle-worker.ts'

/**
 * Builds the whole site into the output folder. Rejects when seeds are invalid and may not be, or when the machine
 * fails; then the last site is unchanged.
 */
export async function buildSite(builder: ViteBuilder, settings: Settings): Promise<void> {
  const { config } = builder
  const outDir = resolve(config.root, config.build.outDir)
  assertOwnFolder(outDir, config.root, seedsFolder(config.root, settings))
  assertWritable(outDir)
  const cache = cacheFolder(config)
  const messages: Message[] = []
  const say = (level: Message[0], text: string) => {
    messages.push([level, text])
    config.logger[level](text)
  }
  const key = appKey(config, settings)
  // Neither the dates of commits nor pictures to ask for again are to be seen in the files.
  const record = cache === null || settings.read.undated === 'git' || settings.read.images === 'keep' ? null : new BuildRecord(cache, outDir, seedsFolder(config.root, settings), JSON.stringify([key, codeVersion(), settings, mayEmpty(config)]))
  const last = record?.lastMessages()
  if (last != null) {
    skipApp(builder)
    for (const [level, text] of last) config.logger[level](text)
    return
  }
  const tools = { cache, loadWorker: workerLoader((message) => config.logger.warn(message)), progress: progressOn(process.stderr) }
  const ownersFiles = publicFiles(config)
  let output: OutputFolder | null = null
  let state = existsSync(outDir) ? 'The last site is unchanged.' : 'Nothing was written.'
  try {
    const [built, app] = await bothDone(readBundle(config, settings, tools, say), buildApp(builder, settings, cache, key))
    output = new OutputFolder(outDir)
    for (const [file, read] of ownersFiles) output.protect(file, read())
    const written = await writeSite(output, { config, settings, built, app, tools })
    state = 'The site is incomplete until then.'
    output.publish((file) => written.manifest.refresh(file))
    // A story that was withdrawn must not stay readable, wherever the site is built to.
    for (const folder of mayEmpty(config) ? [''] : GENERATED_FOLDERS) output.removeOthers(folder)
    written.manifest.save()
    const overridden = output.overridden()
    if (overridden.length > 0) say('info', `Used from the public folder instead of Newsfold's own: ${overridden.join(', ')}`)
    const tree = fingerprintTree(outDir)
    const lines = [
      formatSkippedPreviewImages(written.skippedPreviews),
      settings.site.url === null ? UNKNOWN_SITE_URL : null,
      formatOrigin(built.report),
      formatTopicVariants(written.topicVariants),
      formatSummary(built.report),
      formatSize(tree),
    ]
    for (const line of lines) if (line !== null) say('info', line)
    // A file that could not be read may be readable the next time.
    if (built.report.invalid === 0) record?.save(tree, messages)
  } catch (error) {
    output?.discard()
    throw explainFailure(error, state)
  }
}

/** The folder of a project's build cache, which may be deleted at any time; null for a root that is not a package. */
export function cacheFolder({ cacheDir }: ResolvedConfig): string | null {
  const modules = dirname(cacheDir)
  return basename(modules) === 'node_modules' ? join(modules, '.cache/newsfold') : null
}

/** Reads the seeds into a bundle and reports every issue. */
async function readBundle({ root }: ResolvedConfig, settings: Settings, { cache, loadWorker, progress }: BuildTools, say: (...message: Message) => void): Promise<BuiltBundle> {
  const preparePictures: PreparePictures = (stories, images, toDisplay) => {
    const onProgress = progress.phase(settings.read.images === 'keep' ? 'Fetching pictures' : 'Resizing pictures')
    return sitePictures(stories, images, {
      images: settings.read.images,
      allowPrivate: settings.allowPrivate,
      folder: cache === null ? null : join(cache, 'pictures'),
      seeds: seedsFolder(root, settings),
      toDisplay,
      now: Date.now(),
      onProgress,
    })
  }
  const read = bundleBuilder(root, settings, cache, loadWorker, preparePictures)
  const onRead = progress.phase('Reading seeds')
  let isFirst = true
  const onProgress: OnProgress = (done, seeds) => {
    const warning = isFirst ? formatHeapWarning(seeds, getHeapStatistics().heap_size_limit) : null
    if (warning !== null) say('warn', warning)
    isFirst = false
    onRead(done, seeds)
  }
  const built = await read(onProgress).finally(() => progress.end())
  for (const line of formatWarnings(built.report)) say('warn', line)
  for (const line of formatErrors(built.report)) say('error', line)
  const { stories, invalid } = built.report
  if (settings.invalid === 'fail' && invalid > 0) throw userError(formatFailure(built.report))
  // An empty site must not replace one that has stories: the folder may be the wrong one.
  if (stories === 0 && !settings.allowEmpty) throw userError(formatNothingLeft(built.report, settings.seeds))
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

/** Fails before the work begins when the output folder, or the nearest folder above it, can't be written into. */
function assertWritable(outDir: string): void {
  if (statSync(outDir, { throwIfNoEntry: false })?.isFile() === true) throw userError(`The output folder "${outDir}" is a file. Remove it, or choose another folder with --outDir.`)
  let folder = outDir
  while (!existsSync(folder)) folder = dirname(folder)
  try {
    accessSync(folder, constants.W_OK)
  } catch (error) {
    throw explainFailure(error, 'Nothing was written.')
  }
}

/** A build may remove whatever it has not written, so an output folder must contain nothing else. */
function assertOwnFolder(outDir: string, root: string, seeds: string): void {
  const refuse = (why: string) => userError(`The output folder "${outDir}" ${why}. Choose one of its own, such as dist.`)
  if (containsPath(outDir, root)) throw refuse('contains the project')
  if (containsPath(outDir, seeds)) throw refuse('contains the seeds')
  if (containsPath(seeds, outDir)) throw refuse('is inside the seeds folder')
}
