import { hash } from 'node:crypto'
import { join } from 'node:path'
import { readCacheFile, writeCacheFile } from '../lib/cache-file.ts'
import { fingerprintTree, type FileTree } from '../lib/fingerprint-tree.ts'

/** A line that a build has printed. */
export type Message = readonly [level: 'info' | 'warn' | 'error', text: string]

/** What a build has stored about itself. */
interface StoredBuild {
  /** Fingerprints of the seeds and of the output folder. */
  readonly seeds: string
  readonly output: string
  readonly messages: readonly Message[]
}

/**
 * Remembers the last build of an output folder as a whole. While its code and settings, the seeds and the written
 * files are untouched, nothing needs to be read, related or rendered: looking at 300,000 files takes a few seconds.
 */
export class BuildRecord {
  readonly #file: string
  readonly #key: string
  readonly #outDir: string
  readonly #seeds: string | null

  /** Looks at the seeds now, before they are read. `key` stands for the code and all settings. */
  constructor(cache: string, outDir: string, seeds: string, key: string) {
    this.#file = join(cache, `build-${hash('sha256', outDir, 'hex').slice(0, 16)}.json`)
    this.#key = hash('sha256', key, 'hex')
    this.#outDir = outDir
    this.#seeds = treeOf(seeds)?.fingerprint ?? null
  }

  /** What the last build printed, if another one would write the same files; otherwise null. */
  lastMessages(): readonly Message[] | null {
    const json = readCacheFile(this.#file, this.#key)
    if (json === null) return null
    const stored = JSON.parse(json.toString()) as StoredBuild
    if (stored.seeds !== this.#seeds) return null
    return treeOf(this.#outDir)?.fingerprint === stored.output ? stored.messages : null
  }

  /** Stores a build that has just ended; `output` is what it left in the output folder. */
  save({ fingerprint: output }: FileTree, messages: readonly Message[]): void {
    if (this.#seeds === null || output === null) return
    writeCacheFile(this.#file, this.#key, JSON.stringify({ seeds: this.#seeds, output, messages } satisfies StoredBuild))
  }
}

/** Null for a folder that is missing or changes meanwhile. */
function treeOf(folder: string): FileTree | null {
  try {
    return fingerprintTree(folder)
  } catch {
    return null
  }
}
