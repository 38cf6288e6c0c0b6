import { hash } from 'node:crypto'
import { lstatSync, readFileSync } from 'node:fs'
import type { BigIntStats } from 'node:fs'
import { join } from 'node:path'
import { MAX_FILE_BYTES, tooLarge } from './decode-seed.ts'
import type { Issue } from '../issues/issue.ts'
import { parseSeed } from './parse-seed.ts'
import type { SeedImageFile, SeedStory } from './values/seed-story.ts'
import { seedToStory } from './seed-to-story.ts'

/** All that came of one seed file. */
export interface ReadSeed {
  /** Path under the seeds folder, with `/`. */
  readonly path: string
  /** Null when an issue is an error. */
  readonly story: SeedStory | null
  /** Tells all the story was made of: what is equal here makes equal stories. */
  readonly hash: string
  readonly issues: readonly Issue[]
  /** Pictures beside the seed that the story shows. */
  readonly imageFiles: readonly SeedImageFile[]
  /** All files that were looked for beside the seed, absolute, with their stamps: a change of one may change the story. */
  readonly dependencies: readonly (readonly [path: string, stamp: string])[]
  /** Whether what is wrong may lie not in the seed, but in the machine: it is tried again next time. */
  readonly transient: boolean
}

/** Where a seed is, and under what name a person knows it. */
export interface SeedSource {
  /** The seeds folder. */
  readonly root: string
  /** The seed's path under it, with `/`. */
  readonly path: string
  /** The folder's name as a person knows it (`seeds`), which opens every issue's `file`. */
  readonly display: string
}

/** Reads one seed. Never rejects: a file that can't be read is an error issue. */
export function readSeed(root: string, path: string, display: string): Promise<ReadSeed> {
  const source = { root, path, display }
  const bytes = readSeedBytes(source, statSeed(source))
  return toReadSeed(bytes, source, contentHash(bytes))
}

/** What stands at a seed's path; undefined for nothing that can be looked at. */
export function statSeed({ root, path }: SeedSource): BigIntStats | undefined {
  try {
    return lstatSync(join(root, path), { bigint: true })
  } catch {
    return undefined
  }
}

/**
 * A seed's bytes, or why there are none; `found` as `lookAtSeed` has it. Synchronous on purpose: for
 * files this small a turn through the thread pool takes longer than the reading.
 */
export function readSeedBytes({ root, path }: SeedSource, found: BigIntStats | undefined): Uint8Array | string {
  try {
    if (found?.isDirectory() === true) return 'This folder may not be opened, and no seed in it is read. Give it read permission.'
    if (found?.isFile() === false) return 'This is not a plain file. Put the seed itself here, not a link to it.'
    if (found !== undefined && found.size > MAX_FILE_BYTES) return tooLarge(Number(found.size)).message
    return readFileSync(join(root, path))
  } catch (error) {
    if (path.includes('\ufffd')) return 'Its name is not UTF-8, and so it can not be opened. Rename it.'
    return reasonOf(error)
  }
}

/** What a seed's bytes say; a string in their place is why there are none. `content` as `contentOf` has it. Never rejects. */
export async function toReadSeed(bytes: Uint8Array | string, { root, path, display }: SeedSource, content: string): Promise<ReadSeed> {
  const file = display === '' ? path : `${display}/${path}`
  if (typeof bytes === 'string') return { ...refused(path, [wholeFile(file, bytes)]), transient: true }
  try {
    const parsed = parseSeed(bytes, file)
    if (!('data' in parsed)) return refused(path, parsed)
    const beside = new Map<string, string>()
    const read = await seedToStory(parsed, { root, path, dependencies: beside })
    // A story's date and id may come from its path; pictures are named by their content.
    const hash = JSON.stringify([path, content, ...read.imageFiles.map((image) => image.file)])
    return { path, ...read, hash, dependencies: [...beside], transient: false }
  } catch (error) {
    return { ...refused(path, [wholeFile(file, reasonOf(error))]), transient: true }
  }
}

/** Hash of a seed's bytes; empty where there are none. */
export function contentHash(bytes: Uint8Array | string): string {
  return typeof bytes === 'string' ? '' : hash('sha1', bytes, 'hex')
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ENOENT') return 'The file is gone: it was removed or renamed while it was being read.'
  if (code === 'EACCES' || code === 'EPERM') return 'The file may not be read. Give it read permission.'
  if (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND') return 'A package that reading it takes is missing. Run npm install.'
  if (typeof code === 'string') return `The file could not be read (${code}).`
  return 'The file could not be understood. Check its front matter and body for something unusual, and report it if there is nothing.'
}

function wholeFile(file: string, message: string): Issue {
  return { severity: 'error', file, line: 1, column: 1, message }
}

function refused(path: string, issues: readonly Issue[]): ReadSeed {
  return { path, story: null, hash: '', issues, imageFiles: [], dependencies: [], transient: false }
}
