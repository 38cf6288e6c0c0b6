import { hash } from 'node:crypto'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { readSeed, type ReadSeed } from './read-seed.ts'
import { groupBy } from '../lib/collections.ts'
import { limitHeapGrowth } from '../lib/limit-heap-growth.ts'
import { cachedBatch, readBatch, type SeedBatch } from './seed-cache.ts'
import { nameSharer } from './share-names.ts'
import type { ReadOptions } from '../config/read-options.ts'
import type { LoadWorker, WorkerCode } from '../lib/bundle-worker.ts'
import { runInThreads } from '../lib/run-in-threads.ts'

/** The seeds to read. */
export interface SeedsToRead {
  /** The seeds folder. */
  readonly root: string
  /** Its name in issues. */
  readonly display: string
  /** Paths under it, with `/`. */
  readonly paths: readonly string[]
  /** Folder of the cache; null for none. */
  readonly cache: string | null
  readonly loadWorker: LoadWorker
  readonly options: ReadOptions
}

/** Called while seeds are read, with how many are read and how many there are. */
export type OnProgress = (read: number, seeds: number) => void

/** Fewest seeds for which the cache is used and the growth of the heap is limited, and fewest changed seeds for which worker threads are. */
const MANY = 400

/** More threads would wait for the disk. */
const THREADS = 8

/** Files of the cache; a seed's path decides its file, so that a changed seed rewrites one of them. */
const BATCHES = 256

/** Reads seeds and returns them in the same order. Many are read in worker threads. */
export async function readSeeds(seeds: SeedsToRead, onProgress?: OnProgress): Promise<ReadSeed[]> {
  const { root, display, paths, cache, options, loadWorker } = seeds
  if (paths.length >= MANY) limitHeapGrowth()
  const code = cache !== null && paths.length >= MANY ? await loadWorker('seeds/seed-worker') : null
  if (cache !== null && code !== null) return readBatches(seeds, cache, code, onProgress)
  const reads: ReadSeed[] = []
  for (const path of paths) {
    reads.push(await readSeed(root, path, display, options))
    onProgress?.(reads.length, paths.length)
  }
  return reads
}

async function readBatches({ root, display, paths, options }: SeedsToRead, cache: string, code: WorkerCode, onProgress?: OnProgress): Promise<ReadSeed[]> {
  const folder = join(cache, `seeds-${hash('sha256', JSON.stringify([root, display, options]), 'hex').slice(0, 16)}`)
  const batches = groupBy(paths, (path) => crc32(path) % BATCHES)
  const byPath = new Map<string, ReadSeed>()
  const shareNames = nameSharer()
  const addBatch = (json: string) => {
    for (const read of JSON.parse(json) as ReadSeed[]) byPath.set(read.path, { ...read, story: read.story && shareNames(read.story) })
    onProgress?.(byPath.size, paths.length)
  }
  const changed: SeedBatch[] = []
  for (const [number, own] of batches) {
    const batch = { root, display, options, paths: own, file: join(folder, `${number}.json`), version: code.version }
    const cached = cachedBatch(batch)
    if (cached === null) changed.push(batch)
    else addBatch(cached)
  }
  if (changed.reduce((sum, batch) => sum + batch.paths.length, 0) >= MANY) await runInThreads(code.file, changed, Math.min(changed.length, THREADS), (_, json) => addBatch(json as string))
  else for (const batch of changed) addBatch(await readBatch(batch))
  return paths.flatMap((path) => byPath.get(path) ?? [])
}
