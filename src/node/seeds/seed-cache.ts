import { readCacheFile, writeCacheFile } from '../lib/cache-file.ts'
import { contentHash, statSeed, readSeedBytes, toReadSeed, type ReadSeed } from './read-seed.ts'
import type { ReadOptions } from '../config/read-options.ts'
import { locatedFingerprintOf, toFingerprint } from '../lib/file-fingerprint.ts'

/** Seeds that are read together and cached in one file. */
export interface SeedBatch {
  /** The seeds folder. */
  readonly root: string
  /** Its name in issues. */
  readonly display: string
  /** Paths under it, with `/`. */
  readonly paths: readonly string[]
  readonly options: ReadOptions
  /** The cache file. */
  readonly file: string
  /** Version of the code: results of another version are not used. */
  readonly version: string
}

/** A cached result, valid while the seed's bytes and its dependencies are the same. */
interface CachedSeed {
  /** Fingerprint of the seed's file: while it is the same, the file need not be read. */
  fingerprint: string
  /** Hash of the seed's bytes. */
  readonly content: string
  readonly dependencies: ReadSeed['dependencies']
  /** The `ReadSeed` as JSON. */
  readonly json: string
}

/**
 * Reads a batch of seeds, in order, as a JSON array of `ReadSeed`. Seeds that have not changed since the
 * batch was cached are not parsed again, and with the same fingerprint not even read.
 */
export async function readBatch(batch: SeedBatch): Promise<string> {
  const { root, display, paths, options } = batch
  const before = loadBatch(batch)
  const cached = new Map<string, CachedSeed>()
  let isChanged = before.size !== paths.length
  for (const path of paths) {
    const source = { root, path, display, options }
    // Taken before reading, so that a seed saved meanwhile is read again next time.
    const stat = statSeed(source)
    const fingerprint = toFingerprint(stat)
    const last = before.get(path)
    const old = last !== undefined && hasSameDependencies(last) ? last : null
    if (old?.fingerprint === fingerprint && fingerprint !== '') {
      cached.set(path, old)
      continue
    }
    isChanged = true
    const bytes = readSeedBytes(source, stat)
    const content = contentHash(bytes)
    if (old?.content === content && content !== '') {
      cached.set(path, { ...old, fingerprint })
      continue
    }
    const read = await toReadSeed(bytes, source, content)
    const state = read.transient ? { fingerprint: '', content: '' } : { fingerprint, content }
    cached.set(path, { ...state, dependencies: read.dependencies, json: JSON.stringify(read) })
  }
  if (isChanged) writeBatch(batch, cached)
  return toArray([...cached.values()].map(({ json }) => json))
}

/** The result of `readBatch`, without reading a seed, for a batch in which nothing has changed; null for any other. */
export function cachedBatch(batch: SeedBatch): string | null {
  const cached = loadBatch(batch)
  if (cached.size !== batch.paths.length) return null
  const jsons: string[] = []
  for (const path of batch.paths) {
    const seed = cached.get(path)
    if (seed === undefined || seed.fingerprint === '' || seed.fingerprint !== toFingerprint(statSeed({ ...batch, path }))) return null
    if (!hasSameDependencies(seed)) return null
    jsons.push(seed.json)
  }
  return toArray(jsons)
}

function hasSameDependencies({ dependencies }: CachedSeed): boolean {
  return dependencies.every(([file, then]) => locatedFingerprintOf(file) === then)
}

function toArray(jsons: readonly string[]): string {
  return `[${jsons.join(',')}]`
}

/** The cached seeds by path; empty when other code wrote them, or the file is damaged. */
function loadBatch({ file, version }: SeedBatch): ReadonlyMap<string, CachedSeed> {
  const [index = '[]', ...jsons] = readCacheFile(file, version)?.toString().split('\n') ?? []
  return new Map((JSON.parse(index) as IndexEntry[]).map(([path, fingerprint, content, dependencies], at) => [path, { fingerprint, content, dependencies, json: jsons[at] ?? '' }]))
}

type IndexEntry = readonly [path: string, fingerprint: string, content: string, dependencies: CachedSeed['dependencies']]

function writeBatch({ file, version }: SeedBatch, cached: ReadonlyMap<string, CachedSeed>): void {
  const index = [...cached].map(([path, { fingerprint, content, dependencies }]): IndexEntry => [path, fingerprint, content, dependencies])
  writeCacheFile(file, version, [JSON.stringify(index), ...[...cached.values()].map(({ json }) => json)].join('\n'))
}
