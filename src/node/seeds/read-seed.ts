import { hash } from 'node:crypto'
import { lstatSync, readFileSync, type BigIntStats } from 'node:fs'
import { join } from 'node:path'
import { MAX_FILE_BYTES, tooLarge } from './decode-seed.ts'
import type { Issue } from '../issues/issue.ts'
import { parseSeed } from './parse-seed.ts'
import { DEFAULT_READ_OPTIONS, type ReadOptions } from '../config/read-options.ts'
import type { SeedImageFile, SeedStory } from './values/seed-story.ts'
import { seedToStory } from './seed-to-story.ts'
import { NO_TRAITS, type SeedTraits } from './traits.ts'

/** The result of reading one seed file. */
export interface ReadSeed {
  /** Path under the seeds folder, with `/`. */
  readonly path: string
  /** Null when an issue is an error, or the seed has no date. */
  readonly story: SeedStory | null
  /** Equal hashes, equal stories: covers everything that the story was made of. */
  readonly hash: string
  readonly issues: readonly Issue[]
  readonly traits: SeedTraits
  /** Image files in the seeds folder that the story shows. */
  readonly imageFiles: readonly SeedImageFile[]
  /** Files that the story depends on, existing or not: absolute paths with their fingerprints. */
  readonly dependencies: readonly (readonly [path: string, fingerprint: string])[]
  /** Whether the problem may lie in the machine and not in the seed: such a result is not cached. */
  readonly transient: boolean
}

/** Where a seed is. */
export interface SeedSource {
  /** The seeds folder. */
  readonly root: string
  /** The seed's path under it, with `/`. */
  readonly path: string
  /** The folder's name in issues, such as `seeds`. */
  readonly display: string
  readonly options: ReadOptions
}

/** Reads one seed. A file that can't be read is an error issue. */
export function readSeed(root: string, path: string, display: string, options = DEFAULT_READ_OPTIONS): Promise<ReadSeed> {
  const source = { root, path, display, options }
  const bytes = readSeedBytes(source, statSeed(source))
  return toReadSeed(bytes, source, contentHash(bytes))
}

/** The status of a seed's file; undefined when there is none, or none that may be read. */
export function statSeed({ root, path }: Pick<SeedSource, 'root' | 'path'>): BigIntStats | undefined {
  try {
    return lstatSync(join(root, path), { bigint: true })
  } catch {
    return undefined
  }
}

/**
 * A seed's bytes, or why they can't be read; `stat` comes from `statSeed`. Synchronous on purpose: for
 * small files the way through the thread pool takes longer than reading.
 */
export function readSeedBytes({ root, path }: SeedSource, stat: BigIntStats | undefined): Uint8Array | string {
  try {
    if (stat?.isDirectory() === true) return 'The folder can not be opened, so its seeds are missing. Give it read permission.'
    if (stat?.isFile() === false) return 'This is not a regular file. Replace it with the seed itself, not a link to it.'
    if (stat !== undefined && stat.size > MAX_FILE_BYTES) return tooLarge(Number(stat.size)).message
    return readFileSync(join(root, path))
  } catch (error) {
    if (path.includes('\ufffd')) return 'The file can not be opened, because its name is not valid UTF-8. Rename it.'
    return reasonOf(error)
  }
}

/** Reads a seed from its bytes; a string is the reason why there are none. `content` comes from `contentHash`. */
export async function toReadSeed(bytes: Uint8Array | string, { root, path, display, options }: SeedSource, content: string): Promise<ReadSeed> {
  const file = display === '' ? path : `${display}/${path}`
  if (typeof bytes === 'string') return { ...invalid(path, [wholeFile(file, bytes)]), transient: true }
  try {
    const parsed = parseSeed(bytes, file)
    if (!('data' in parsed)) return invalid(path, parsed)
    const dependencies = new Map<string, string>()
    const read = await seedToStory(parsed, { root, path, dependencies, options })
    // A story's date and id may come from its path; image files are named after their content.
    const hash = JSON.stringify([path, content, read.story?.published, ...read.imageFiles.map((image) => image.file)])
    return { path, ...read, hash, dependencies: [...dependencies], transient: false }
  } catch (error) {
    return { ...invalid(path, [wholeFile(file, reasonOf(error))]), transient: true }
  }
}

/** Hash of a seed's bytes; empty where there are none. */
export function contentHash(bytes: Uint8Array | string): string {
  return typeof bytes === 'string' ? '' : hash('sha1', bytes, 'hex')
}

/** Throws an error that is about the machine and not about a file, because skipping such files would lose stories. */
function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'EMFILE' || code === 'ENFILE' || code === 'ENOMEM') throw error
  if (code === 'ENOENT') return 'The file no longer exists: it was removed or renamed during the build.'
  if (code === 'EACCES' || code === 'EPERM') return 'The file can not be read. Give it read permission.'
  if (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND') return 'A package needed to read it is missing. Run npm install.'
  if (typeof code === 'string') return `The file can not be read (${code}).`
  return 'Reading the file failed unexpectedly. Check its front matter and body for anything unusual, or report this as a bug.'
}

function wholeFile(file: string, message: string): Issue {
  return { severity: 'error', file, line: 1, column: 1, message }
}

function invalid(path: string, issues: readonly Issue[]): ReadSeed {
  return { path, story: null, hash: '', issues, imageFiles: [], traits: NO_TRAITS, dependencies: [], transient: false }
}
