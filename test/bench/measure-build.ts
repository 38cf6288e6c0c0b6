import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { runTimed, type Timed } from './run-timed.ts'
import { median } from './table.ts'

export interface MeasuredBuild {
  /** The folder it was built into last. */
  readonly folder: string
  readonly cold: Timed
  /** After one seed's title was changed. */
  readonly warm: Timed
  readonly files: number
  readonly bytes: number
  /** Of the index that finds stories, after gzip. */
  readonly indexBytes: number
}

const CACHE = 'node_modules/.cache/newsfold'

/**
 * Builds a corpus as `npm run build` does: without a cache, then after a change. `seeds` and `outDir` are
 * absolute. Each round has a folder of its own: some file systems are slow to make files where many were
 * removed just before.
 */
export async function measureBuild(root: string, seeds: string, outDir: string, rounds: number): Promise<MeasuredBuild> {
  rmSync(outDir, { recursive: true, force: true })
  let folder = outDir
  const build = () => runTimed('npm', ['run', 'build', '--silent', '--', '--outDir', folder, '--emptyOutDir'], root, { NEWSFOLD_SEEDS: seeds })
  const colds: Timed[] = []
  const warms: Timed[] = []
  for (let round = 0; round < rounds; round++) {
    folder = join(outDir, String(round))
    rmSync(join(root, CACHE), { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    colds.push(await build())
    const restore = changeOneSeed(seeds, round)
    warms.push(await build().finally(restore))
  }
  const files = filesUnder(folder)
  const index = files.filter((file) => file.includes('/data/find/'))
  return {
    folder,
    cold: middle(colds),
    warm: middle(warms),
    files: files.length,
    bytes: files.reduce((sum, file) => sum + statSync(file).size, 0),
    indexBytes: index.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0),
  }
}

/** Builds once with nothing cached, for a site that knows its address: feeds, sitemap and metadata come on top. No preview images. */
export function measurePublishedBuild(root: string, seeds: string, outDir: string): Promise<Timed> {
  rmSync(join(root, CACHE), { recursive: true, force: true })
  const env = { NEWSFOLD_SEEDS: seeds, NEWSFOLD_SITE_URL: 'https://example.org/', NEWSFOLD_CARDS: 'off' }
  return runTimed('npm', ['run', 'build', '--silent', '--', '--outDir', outDir, '--emptyOutDir'], root, env)
}

/** Adds a word to the title of a seed in the middle of the folder. Returns how to take it back. */
function changeOneSeed(folder: string, round: number): () => void {
  const seeds = filesUnder(folder).filter((file) => /\.(md|markdown|txt)$/.test(file)).sort()
  const seed = seeds[Math.floor(seeds.length / 2)] ?? ''
  const text = readFileSync(seed, 'utf8')
  writeFileSync(seed, text.replace(/^title: "/m, `title: "Changed${round} `))
  return () => writeFileSync(seed, text)
}

function middle(all: readonly Timed[]): Timed {
  const seconds = median(all.map((one) => one.seconds))
  const cpus = all.flatMap(({ cpu }) => cpu ?? [])
  const peaks = all.flatMap(({ peak }) => peak ?? [])
  return { seconds, cpu: cpus.length === 0 ? null : median(cpus), peak: peaks.length === 0 ? null : Math.max(...peaks) }
}

function filesUnder(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return names.map((name) => join(folder, name)).filter((path) => statSync(path).isFile())
}
