import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { writeAtomic } from '../lib/write-atomic.ts'
import { contentHash, statSeed, readSeedBytes, toReadSeed } from './read-seed.ts'
import type { ReadSeed } from './read-seed.ts'
import { locatedFingerprintOf, toFingerprint } from '../lib/file-fingerprint.ts'

/** Seeds that are read together, and kept in one file of the cache. */
export interface SeedBatch {
  /** The seeds folder. */
  readonly root: string
  /** Its name as a person knows it. */
  readonly display: string
  /** Paths under it, with `/`. */
  readonly paths: readonly string[]
  /** Where what is read is kept. */
  readonly file: string
  /** Of the code that reads: what another code kept is not believed. */
  readonly version: string
}

/** What is kept of one seed; it holds as long as its bytes, and the files beside it, are the same. */
interface CachedSeed {
  /** Of the seed's file; spares reading it. */
  stamp: string
  /** Hash of the seed's bytes. */
  readonly content: string
  readonly beside: ReadSeed['dependencies']
  /** The `ReadSeed` as JSON. */
  readonly json: string
}

/**
 * Reads a batch of seeds, in order, as a JSON array of `ReadSeed`. Seeds that have not changed since
 * the batch was last kept are not parsed again, and with the same stamp not even read.
 */
export async function readBatch(batch: SeedBatch): Promise<string> {
  const { root, display, paths } = batch
  const before = loadBatch(batch)
  const kept = new Map<string, CachedSeed>()
  let isChanged = before.size !== paths.length
  for (const path of paths) {
    const source = { root, path, display }
    // The stamp is taken before reading: a seed saved meanwhile is read again next time.
    const found = statSeed(source)
    const stamp = toFingerprint(found)
    const last = before.get(path)
    const old = last !== undefined && hasSameDependencies(last) ? last : null
    if (old?.stamp === stamp && stamp !== '') {
      kept.set(path, old)
      continue
    }
    isChanged = true
    const bytes = readSeedBytes(source, found)
    const content = contentHash(bytes)
    if (old?.content === content && content !== '') {
      kept.set(path, { ...old, stamp })
      continue
    }
    const read = await toReadSeed(bytes, source, content)
    const { dependencies: beside, transient: mayPass } = read
    kept.set(path, { ...(mayPass ? { stamp: '', content: '' } : { stamp, content }), beside, json: JSON.stringify(read) })
  }
  if (isChanged) writeBatch(batch, kept)
  return toArray([...kept.values()].map(({ json }) => json))
}

/** A batch of which nothing has changed, as `readBatch` gives it and without reading a seed; null for any other. */
export function cachedBatch(batch: SeedBatch): string | null {
  const kept = loadBatch(batch)
  if (kept.size !== batch.paths.length) return null
  const jsons: string[] = []
  for (const path of batch.paths) {
    const own = kept.get(path)
    if (own === undefined || own.stamp === '' || own.stamp !== toFingerprint(statSeed({ ...batch, path })) || !hasSameDependencies(own)) return null
    jsons.push(own.json)
  }
  return toArray(jsons)
}

function hasSameDependencies({ beside }: CachedSeed): boolean {
  return beside.every(([file, then]) => locatedFingerprintOf(file) === then)
}

function toArray(jsons: readonly string[]): string {
  return `[${jsons.join(',')}]`
}

/** What was kept; nothing when it was kept by other code, or is not what was written. */
function loadBatch({ file, version }: SeedBatch): ReadonlyMap<string, CachedSeed> {
  const kept = new Map<string, CachedSeed>()
  try {
    const bytes = readFileSync(file)
    const end = bytes.indexOf(10)
    const body = bytes.subarray(end + 1)
    if (bytes.toString('latin1', 0, end) !== `${version} ${checksum(body)}`) return kept
    const [index = '[]', ...jsons] = body.toString('utf8').split('\n')
    for (const [at, [path, stamp, content, beside]] of (JSON.parse(index) as IndexEntry[]).entries()) {
      kept.set(path, { stamp, content, beside, json: jsons[at] ?? '' })
    }
  } catch {
    // Not there, or not readable: everything is read anew.
    return new Map()
  }
  return kept
}

type IndexEntry = readonly [path: string, stamp: string, content: string, beside: CachedSeed['beside']]

function writeBatch({ file, version }: SeedBatch, kept: ReadonlyMap<string, CachedSeed>): void {
  const index = [...kept].map(([path, { stamp, content, beside }]): IndexEntry => [path, stamp, content, beside])
  const body = Buffer.from([JSON.stringify(index), ...[...kept.values()].map(({ json }) => json)].join('\n'))
  writeAtomic(file, Buffer.concat([Buffer.from(`${version} ${checksum(body)}\n`), body]))
}

function checksum(bytes: Uint8Array): string {
  return createHash('sha1').update(bytes).digest('hex')
}
