import { statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { assembleBundle } from './assemble-bundle.ts'
import type { Bundle } from './assemble-bundle.ts'
import { collectSeeds } from './collect-seeds.ts'
import { compareIssues } from './issues.ts'
import type { Issue } from './issues.ts'
import { mergeDuplicates } from './merge-duplicates.ts'
import type { Settings } from './options.ts'
import { plainError } from './plain-error.ts'
import { readSeed } from './read-seed.ts'
import type { ReadSeed } from './read-seed.ts'
import type { SeedImageFile } from './seed-story.ts'

/** What became of the seeds; `seeds` is the sum of `stories`, `merged`, `hidden` and `invalid`. */
export interface BuildReport {
  readonly seeds: number
  readonly stories: number
  /** Seeds that went into another seed's story. */
  readonly merged: number
  /** Stories left out because they are unpublished. */
  readonly hidden: number
  readonly invalid: number
  /** In the order in which they are told. */
  readonly issues: readonly Issue[]
  /** Files that are no seeds, as a person finds them. */
  readonly strangers: readonly string[]
}

export interface BuiltBundle {
  readonly bundle: Bundle
  readonly images: readonly SeedImageFile[]
  readonly report: BuildReport
}

/** Told after each seed that was read. */
export type OnProgress = (read: number, seeds: number) => void

/** Builds the bundle of one seeds folder; built again, it reads only seeds that have changed. */
export type BuildBundle = (onProgress?: OnProgress) => Promise<BuiltBundle>

/** Seeds being read at the same time: enough to keep the disk busy, few enough to hold open. */
const READING = 32

interface CachedSeed {
  readonly stamp: string
  readonly read: ReadSeed
}

/** A builder for the seeds folder that `settings` name, relative to `root`. */
export function bundleBuilder(root: string, settings: Settings): BuildBundle {
  const folder = seedsFolder(root, settings)
  const display = displayName(settings)
  let cache = new Map<string, CachedSeed>()
  return async (onProgress) => {
    const { seeds, strangers } = await collectSeeds(folder).catch((error: unknown) => {
      throw folderError(folder, settings, error)
    })
    const fresh = new Map<string, CachedSeed>()
    let done = 0
    await inParallel(seeds, async (path) => {
      const cached = cache.get(path)
      // The stamp is taken before reading: a seed saved meanwhile is read again next time.
      const stamp = stampOf(join(folder, path))
      const isSame = cached?.stamp === stamp && cached.read.issues.length === 0 && cached.read.imageFiles.length === 0
      fresh.set(path, isSame ? cached : { stamp, read: await readSeed(folder, path, display) })
      onProgress?.(++done, seeds.length)
    })
    cache = fresh
    const reads = seeds.flatMap((path) => fresh.get(path)?.read ?? [])
    return toBundle(reads, strangers, settings)
  }
}

/** The absolute path of the seeds folder. */
export function seedsFolder(root: string, settings: Settings): string {
  return resolve(root, settings.seeds)
}

function toBundle(reads: readonly ReadSeed[], strangers: readonly string[], settings: Settings): BuiltBundle {
  const toDisplay = (path: string) => `${displayName(settings)}/${path}`
  const valid = reads.flatMap(({ story }) => story ?? [])
  const { stories, merged, issues } = mergeDuplicates(valid, toDisplay)
  const shown = settings.unpublished === 'show' ? stories : stories.filter(({ unpublished }) => !unpublished)
  const images = new Map<string, SeedImageFile>()
  for (const { imageFiles } of reads) for (const image of imageFiles) images.set(image.file, image)
  return {
    bundle: assembleBundle(shown, settings.site),
    images: [...images.values()],
    report: {
      seeds: reads.length,
      stories: shown.length,
      merged,
      hidden: stories.length - shown.length,
      invalid: reads.length - valid.length,
      issues: [...reads.flatMap((read) => read.issues), ...issues].sort(compareIssues),
      strangers: strangers.map(toDisplay),
    },
  }
}

/** The seeds folder as a person knows it, with `/` and none at its end. */
export function displayName({ seeds }: Settings): string {
  return seeds.replaceAll('\\', '/').replace(/^\.\//, '').replace(/\/+$/, '')
}

function stampOf(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false, bigint: true })
  return stat === undefined ? '' : `${stat.mtimeNs} ${stat.ctimeNs} ${stat.size}`
}

function folderError(folder: string, settings: Settings, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null
  const where = `The seeds folder "${settings.seeds}" (${folder})`
  const remedy = 'Create it, or name another with the option seeds or NEWSFOLD_SEEDS.'
  if (code === 'ENOENT') return plainError(`${where} does not exist. ${remedy}`)
  if (code === 'ENOTDIR') return plainError(`${where} is not a folder. ${remedy}`)
  if (code === 'EACCES' || code === 'EPERM') return plainError(`${where} may not be read.`)
  return error
}

async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values()
  const worker = async () => {
    for (const item of queue) await work(item)
  }
  await Promise.all(Array.from({ length: READING }, worker))
}
