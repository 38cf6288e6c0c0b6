import { createHash } from 'node:crypto'
import { relative, resolve, sep } from 'node:path'
import { BUNDLE_FORMAT } from '../../shared/contract/bundle.ts'
import { assembleBundle, type Bundle } from './assemble-bundle.ts'
import { collectSeeds, type CollectedSeeds } from '../seeds/collect-seeds.ts'
import { compareIssues, type Issue } from '../issues/issue.ts'
import { quote } from '../issues/terminal-text.ts'
import { picturesIn } from '../pictures/body-pictures.ts'
import { applySiteDefaults } from '../stories/site-defaults.ts'
import { linkNotes } from '../stories/link-notes.ts'
import { mergeDuplicates } from '../stories/merge-duplicates.ts'
import type { Settings } from '../config/options.ts'
import { userError } from '../lib/user-error.ts'
import type { ReadSeed } from '../seeds/read-seed.ts'
import { readSeeds, type OnProgress } from '../seeds/read-seeds.ts'
import type { SeedTraits } from '../seeds/traits.ts'
import type { SeedImageFile, SeedStory } from '../seeds/values/seed-story.ts'
import { sourceVersion, workerLoader, type LoadWorker } from '../lib/bundle-worker.ts'
import type { PictureFile } from '../pictures/picture-store.ts'
import type { SitePictures } from '../pictures/site-pictures.ts'

/** What became of the seeds; `seeds` is the sum of `stories`, `merged`, `hidden`, `undated` and `invalid`. */
export interface BuildReport {
  readonly seeds: number
  readonly stories: number
  /** Seeds that went into another seed's story. */
  readonly merged: number
  /** Stories left out because they are drafts or unpublished. */
  readonly hidden: number
  /** Seeds left out because they have no date. */
  readonly undated: number
  readonly invalid: number
  /** What seeds of other tools have in common. */
  readonly traits: readonly SeedTraits[]
  /** Sorted as they are reported. */
  readonly issues: readonly Issue[]
  /** Files that are not seeds, by their path from the project. */
  readonly unrecognisedFiles: readonly string[]
  /** Symbolic links, which are not followed, by their path from the project. */
  readonly symlinks: readonly string[]
}

export interface BuiltBundle {
  readonly bundle: Bundle
  readonly images: readonly SeedImageFile[]
  /** Copies of pictures; none without `PreparePictures`. */
  readonly pictures: readonly PictureFile[]
  readonly report: BuildReport
}

/** What has changed under the seeds folder since it was read. */
export interface Changes {
  /** Absolute. */
  readonly paths: ReadonlySet<string>
  /** Whether files were added or removed, and not only their content changed. */
  readonly isListChanged: boolean
}

/** Builds the bundle of one seeds folder. A later call with the changes since then reads only the seeds they affect. */
export type BuildBundle = (onProgress?: OnProgress, changes?: Changes) => Promise<BuiltBundle>

/** Makes the pictures of stories files of the site, see `sitePictures`. */
export type PreparePictures = (stories: readonly SeedStory[], images: readonly SeedImageFile[], toDisplay: (path: string) => string) => Promise<SitePictures>

/** Leaves pictures where they are, as the dev server does. */
const noPictures: PreparePictures = (stories) => Promise.resolve({ stories, files: [], issues: [] })

/** A builder for the seeds folder that `settings` name, relative to `root`; `cache` as for `readSeeds`. */
export function bundleBuilder(
  root: string,
  settings: Settings,
  cache: string | null = null,
  loadWorker: LoadWorker = workerLoader((message) => process.emitWarning(message)),
  preparePictures = noPictures,
): BuildBundle {
  const folder = seedsFolder(root, settings)
  const display = displayName(settings)
  const list = () =>
    collectSeeds(folder).catch((error: unknown) => {
      throw folderError(folder, settings, error)
    })
  let listed: CollectedSeeds | null = null
  let known = new Map<string, ReadSeed>()
  return async (onProgress, changes) => {
    listed = listed !== null && changes?.isListChanged === false ? listed : await list()
    const { seeds } = listed
    const changedSeeds = new Set([...(changes?.paths ?? [])].map((path) => relative(folder, path).split(sep).join('/')))
    const isSame = ({ path, dependencies }: ReadSeed) =>
      changes !== undefined && !changedSeeds.has(path) && !dependencies.some(([file]) => changes.paths.has(file))
    const fresh = new Map<string, ReadSeed>()
    for (const path of seeds) {
      const read = known.get(path)
      if (read !== undefined && isSame(read)) fresh.set(path, read)
    }
    const paths = seeds.filter((path) => !fresh.has(path))
    for (const read of await readSeeds({ root: folder, display, paths, cache, options: settings.read, loadWorker }, onProgress)) fresh.set(read.path, read)
    known = fresh
    return toBundle(seeds.flatMap((path) => fresh.get(path) ?? []), listed, settings, preparePictures)
  }
}

/** The absolute path of the seeds folder. */
export function seedsFolder(root: string, settings: Settings): string {
  return resolve(root, settings.seeds)
}

async function toBundle(reads: readonly ReadSeed[], { seeds, unrecognisedFiles, symlinks }: CollectedSeeds, settings: Settings, preparePictures: PreparePictures): Promise<BuiltBundle> {
  const toDisplay = (path: string) => `${displayName(settings)}/${path}`
  const valid = reads.flatMap(({ story }) => story ?? [])
  const { stories, merged, issues: mergeIssues } = mergeDuplicates(valid, toDisplay)
  const shown = stories.filter(({ draft, unpublished }) => !draft && (settings.unpublished === 'show' || !unpublished))
  const hasError = ({ issues }: ReadSeed) => issues.some(({ severity }) => severity === 'error')
  const counts = {
    seeds: seeds.length,
    stories: shown.length,
    merged,
    hidden: stories.length - shown.length,
    undated: reads.filter((read) => read.story === null && !hasError(read)).length,
    invalid: reads.filter(hasError).length,
  }
  assertComplete(counts)
  const { stories: linked, missing } = linkNotes(applySiteDefaults(shown, settings.defaults))
  const images = new Map<string, SeedImageFile>()
  const shownImages = new Set(shown.flatMap(imagesOf))
  for (const { imageFiles } of reads) for (const image of imageFiles) if (shownImages.has(image.file)) images.set(image.file, image)
  const prepared = await preparePictures(linked, [...images.values()], toDisplay)
  return {
    bundle: assembleBundle(prepared.stories, settings.site, versionOf(reads, settings, prepared.files)),
    images: [...images.values()],
    pictures: prepared.files,
    report: {
      ...counts,
      traits: reads.map(({ traits }) => traits),
      issues: [...reads.flatMap((read) => read.issues), ...mergeIssues, ...missingNotes(missing, toDisplay), ...prepared.issues].sort(compareIssues),
      unrecognisedFiles: unrecognisedFiles.map(toDisplay),
      symlinks: symlinks.map(toDisplay),
    },
  }
}

/** Throws when a seed is missing from the counts: none may be dropped silently. */
function assertComplete({ seeds, stories, merged, hidden, undated, invalid }: Pick<BuildReport, 'seeds' | 'stories' | 'merged' | 'hidden' | 'undated' | 'invalid'>): void {
  const counted = stories + merged + hidden + undated + invalid
  if (counted !== seeds) throw new Error(`Of ${seeds} seeds, ${counted} are accounted for. This is a bug in Newsfold.`)
}

/** Addresses of all images of a story. */
function imagesOf({ images, coverage, bodyHtml }: SeedStory): string[] {
  return [...[...images, ...coverage.flatMap(({ image }) => image ?? [])].map(({ url }) => url), ...(bodyHtml === null ? [] : picturesIn(bodyHtml))]
}

/** A warning for each seed with links to notes that are no stories. */
function missingNotes(missing: ReadonlyMap<string, readonly string[]>, toDisplay: (path: string) => string): Issue[] {
  return [...missing].map(([path, [first = '', ...others]]) => {
    const more = others.length === 0 ? 'is not a story, so the link to it was' : `and ${others.length} more are not stories, so the links to them were`
    return { severity: 'warning', file: toDisplay(path), line: 1, column: 1, message: `The note ${quote(first)} ${more} turned into text. Check the name, and whether the note has a date.` }
  })
}

/** Equal versions mean equal bundles: a hash of everything that goes into one, and of the code that makes it. */
function versionOf(reads: readonly ReadSeed[], { site, unpublished, read, defaults }: Settings, pictures: readonly PictureFile[]): string {
  const version = createHash('sha256').update(JSON.stringify([BUNDLE_FORMAT, sourceVersion(), site, unpublished, read, defaults]))
  // One after the other: those of millions together are longer than a string can be.
  for (const seed of reads) version.update(`\n${seed.hash}`)
  for (const file of pictures.map((picture) => picture.file).sort()) version.update(`\n${file}`)
  return version.digest('hex').slice(0, 16)
}

/** The seeds folder as the settings name it, with `/` and none at its end. */
export function displayName({ seeds }: Settings): string {
  return seeds.replaceAll('\\', '/').replace(/^\.\//, '').replace(/\/+$/, '')
}

function folderError(folder: string, settings: Settings, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null
  const where = `The seeds folder "${settings.seeds}"${folder === settings.seeds ? '' : ` (${folder})`}`
  const remedy = 'Create it, or choose another with the option seeds or NEWSFOLD_SEEDS.'
  if (code === 'ENOENT') return userError(`${where} does not exist. ${remedy}`)
  if (code === 'ENOTDIR') return userError(`${where} is not a folder. ${remedy}`)
  if (code === 'EACCES' || code === 'EPERM') return userError(`${where} can't be read: permission denied.`)
  return error
}
