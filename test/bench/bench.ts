import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { writeCorpus } from '../support/corpus/write-files.ts'
import { EQUAL_HUGO } from './equal-hugo.ts'
import { measureBuild, measurePublishedBuild, type MeasuredBuild } from './measure-build.ts'
import { measureLibrary, type MeasuredLibrary } from './measure-library.ts'
import { measurePeers, type MeasuredPeer } from './measure-peers.ts'
import { measureReading, type MeasuredReading } from './measure-reading.ts'
import { measureStages, type Stage, type StageSeconds } from './measure-stages.ts'
import type { Timed } from './run-timed.ts'
import { formatTable, ratio, shown, type Row } from './table.ts'

/** `npm run bench`: see README.md in this folder. */
const ROOT = resolve(import.meta.dirname, '../..')
const FOLDER = join(ROOT, 'node_modules/.cache/newsfold-bench')
/** Read stories in the library that is opened. */
const MARKS = 50_000
/** Words that the made-up stories contain. */
const WORDS = ['robots', 'market'] as const

const STAGES: readonly Stage[] = ['read', 'relate', 'index', 'render', 'write', 'other']

interface Measured {
  readonly build: MeasuredBuild
  readonly stages: StageSeconds
  readonly reading: MeasuredReading | null
  readonly library: MeasuredLibrary | null
  /** Of a site that knows its address, as a peer that does equal work; null without peers. */
  readonly published: Timed | null
  readonly peers: readonly MeasuredPeer[]
}

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000' },
    rounds: { type: 'string', default: '3' },
    peers: { type: 'boolean', default: false },
    'no-browser': { type: 'boolean', default: false },
  },
})
const sizes = values.sizes.split(',').map(Number)
const measured = new Map<number, Measured>()
for (const size of sizes) {
  const seeds = corpusOf(size)
  const dist = join(FOLDER, `dist-${size}`)
  console.error(`${size} seeds: building …`)
  const build = await measureBuild(ROOT, seeds, dist, Number(values.rounds))
  console.error(`${size} seeds: profiling …`)
  const stages = await measureStages(ROOT, seeds, join(dist, 'profiled'))
  console.error(`${size} seeds: reading …`)
  const reading = values['no-browser'] ? null : await measureReading(build.folder, WORDS)
  const library = values['no-browser'] ? null : await measureLibrary(build.folder, MARKS)
  const peers = values.peers ? await measurePeers(seeds, join(FOLDER, `peers-${size}`)) : []
  const published = values.peers ? await measurePublishedBuild(ROOT, seeds, join(dist, 'published')) : null
  measured.set(size, { build, stages, reading, library, published, peers })
}
const all: readonly Measured[] = sizes.flatMap((size) => measured.get(size) ?? [])
const head = ['', ...sizes.map((size) => `${size.toLocaleString('en')} stories`)]
console.log(`\n${formatTable(['Ratios', ...head.slice(1)], ratios(all))}\n\n${formatTable(head, numbers(all))}\n\n${machine()}`)

function corpusOf(size: number): string {
  const folder = join(FOLDER, `seeds-${size}`)
  if (existsSync(`${folder}.done`)) return folder
  rmSync(folder, { recursive: true, force: true })
  writeCorpus(folder, { stories: size, seed: 7 })
  mkdirSync(`${folder}.done`, { recursive: true })
  return folder
}

function ratios(all: readonly Measured[]): Row[] {
  const peers = all[0]?.peers ?? []
  const first = all[0]?.reading?.firstBytes ?? null
  return [
    ...peers.map(({ name }, at) => ({ name: `cold build, speed against ${name}`, values: all.map(({ build, peers: own }) => ratio(own[at]?.seconds ?? null, build.cold.seconds)) })),
    ...peers.map(({ name }, at) => ({ name: `cold build, CPU against ${name}`, values: all.map(({ build, peers: own }) => ratio(own[at]?.cpu ?? null, build.cold.cpu)) })),
    { name: 'cold build with feeds, speed against Hugo, equal work, and Pagefind', values: all.map(({ published, peers: own }) => ratio(equalWork(own)?.seconds ?? null, published?.seconds ?? null)) },
    { name: 'cold build with feeds, CPU against Hugo, equal work, and Pagefind', values: all.map(({ published, peers: own }) => ratio(equalWork(own)?.cpu ?? null, published?.cpu ?? null)) },
    { name: 'warm build, speed against cold', values: all.map(({ build }) => ratio(build.cold.seconds, build.warm.seconds)) },
    { name: 'first screen, bytes beyond the first size', values: all.map(({ reading }) => (reading === null || first === null ? '–' : shown((reading.firstBytes - first) / 1000, 'kB'))) },
  ]
}

function equalWork(peers: readonly MeasuredPeer[]): MeasuredPeer | undefined {
  return peers.find(({ name }) => name === `${EQUAL_HUGO.name} and Pagefind`)
}

function numbers(all: readonly Measured[]): Row[] {
  const row = (name: string, of: (one: Measured) => string): Row => ({ name, values: all.map(of) })
  const ms = (of: (reading: MeasuredReading) => number | null) => (one: Measured) => shown(one.reading && of(one.reading), 'ms')
  const peers = all[0]?.peers ?? []
  return [
    row('cold build', ({ build }) => shown(build.cold.seconds, 's')),
    row('cold build, CPU', ({ build }) => shown(build.cold.cpu, 's')),
    { name: 'cold build, per story', values: all.map(({ build }, at) => shown((build.cold.seconds / (sizes[at] ?? 1)) * 1e6, 'µs')) },
    row('warm build, one seed changed', ({ build }) => shown(build.warm.seconds, 's')),
    row('warm build, CPU', ({ build }) => shown(build.warm.cpu, 's')),
    ...STAGES.map((stage) => row(`stage, CPU: ${stage}`, ({ stages }) => shown(stages[stage], 's'))),
    row('cold build with feeds', ({ published }) => shown(published && published.seconds, 's')),
    row('cold build with feeds, CPU', ({ published }) => shown(published && published.cpu, 's')),
    row('peak memory', ({ build }) => shown(build.cold.peak && build.cold.peak / 1e6, 'MB')),
    row('output files', ({ build }) => shown(build.files, '')),
    row('output bytes', ({ build }) => shown(build.bytes / 1e6, 'MB')),
    row('index, gzip', ({ build }) => shown(build.indexBytes / 1000, 'kB')),
    row('first screen, transferred', ({ reading }) => shown(reading && reading.firstBytes / 1000, 'kB')),
    row('first screen, requests', ({ reading }) => shown(reading && reading.firstRequests, '')),
    row('slow phone: first card', ms((reading) => reading.firstCard)),
    row('slow phone: first result of a search', ms((reading) => reading.firstResult)),
    row('… transferred for it, code included', ({ reading }) => shown(reading && reading.firstResultBytes / 1000, 'kB')),
    row('slow phone: result of another word', ms((reading) => reading.nextResult)),
    row('slow phone: a topic chosen', ms((reading) => reading.chooseTopic)),
    row('slow phone: a large library, until the first card', ({ library }) => shown(library && library.front, 'ms')),
    row('… in a feed of unread stories', ({ library }) => shown(library && library.unread, 'ms')),
    row('nodes, whole feed scrolled through', ({ reading }) => shown(reading && reading.nodes, '')),
    ...peers.flatMap(({ name }, at) => [
      row(`${name}: cold`, ({ peers: own }) => shown(own[at]?.seconds ?? null, 's')),
      row(`${name}: cold, CPU`, ({ peers: own }) => shown(own[at]?.cpu ?? null, 's')),
      row(`${name}: output files`, ({ peers: own }) => shown(own[at]?.files ?? null, '')),
      row(`${name}: output bytes`, ({ peers: own }) => shown(own[at] ? own[at].bytes / 1e6 : null, 'MB')),
    ]),
  ]
}

function machine(): string {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: ROOT, encoding: 'utf8' }).trim()
  const versions = [...measured.values()][0]?.peers.map(({ name, version }) => `${name} ${version}`) ?? []
  const memory = (totalmem() / 2 ** 30).toFixed(0)
  return [`Newsfold ${commit}`, `Node ${process.version}`, ...versions, `${cpus().length} × ${cpus()[0]?.model ?? 'unknown CPU'}, ${memory} GiB, ${process.platform}`].join(' · ')
}
