import { lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { MAX_FILE_BYTES, tooLarge } from './decode-seed.ts'
import type { Issue } from './issues.ts'
import { parseSeed } from './parse-seed.ts'
import type { SeedImageFile, SeedStory } from './seed-story.ts'
import { toStory } from './to-story.ts'

/** All that came of one seed file. */
export interface ReadSeed {
  /** Path under the seeds folder, with `/`. */
  readonly path: string
  /** Null when an issue is an error. */
  readonly story: SeedStory | null
  readonly issues: readonly Issue[]
  /** Pictures beside the seed that the story shows. */
  readonly imageFiles: readonly SeedImageFile[]
}

/**
 * Reads one seed. `root` is the seeds folder, `path` the seed's path under it, `display` the folder's
 * name as a person knows it (`seeds`), which opens every issue's `file`. Never rejects: a file that
 * can't be read is an error issue.
 */
export async function readSeed(root: string, path: string, display: string): Promise<ReadSeed> {
  const file = display === '' ? path : `${display.replace(/\/+$/, '')}/${path}`
  try {
    const bytes = readBytes(join(root, path))
    if (typeof bytes === 'string') return refused(path, [wholeFile(file, bytes)])
    const parsed = parseSeed(bytes, file)
    if (!('data' in parsed)) return refused(path, parsed)
    return { path, ...(await toStory(parsed, { root, path })) }
  } catch (error) {
    return refused(path, [wholeFile(file, reasonOf(error))])
  }
}

/**
 * A seed's bytes, or why there are none. Synchronous on purpose: for files this small a turn through
 * the thread pool takes longer than the reading.
 */
function readBytes(source: string): Uint8Array | string {
  const found = lstatSync(source)
  if (!found.isFile()) return 'This is not a plain file. Put the seed itself here, not a link to it.'
  return found.size > MAX_FILE_BYTES ? tooLarge(found.size).message : readFileSync(source)
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ENOENT') return 'The file is gone: it was removed or renamed while it was being read.'
  if (code === 'EACCES' || code === 'EPERM') return 'The file may not be read. Give it read permission.'
  if (typeof code === 'string') return `The file could not be read (${code}).`
  return 'The file could not be understood. Check its front matter and body for something unusual, and report it if there is nothing.'
}

function wholeFile(file: string, message: string): Issue {
  return { severity: 'error', file, line: 1, column: 1, message }
}

function refused(path: string, issues: readonly Issue[]): ReadSeed {
  return { path, story: null, issues, imageFiles: [] }
}
