import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runTimed } from './run-timed.ts'

/** Folders of `src/node` whose code, with the libraries that it calls, makes a stage of a build. */
const FOLDERS = {
  read: ['seeds'],
  relate: ['stories', 'related'],
  index: ['search'],
  render: ['pages', 'syndication', 'preview-images'],
  write: ['bundle', 'output', 'build'],
} as const

export type Stage = keyof typeof FOLDERS | 'other'

/** CPU seconds of each stage; `other` is Vite, what the stages leave to other threads, and garbage collection. */
export type StageSeconds = Readonly<Record<Stage, number>>

/** The part of a V8 CPU profile that is read here. */
interface Profile {
  readonly nodes: readonly { readonly id: number; readonly callFrame: Frame; readonly children?: readonly number[] }[]
  /** The node at each sample, and the microseconds since the one before. */
  readonly samples: readonly number[]
  readonly timeDeltas: readonly number[]
}

interface Frame {
  readonly functionName: string
  readonly url: string
  /** From 0. */
  readonly lineNumber: number
}

/** Builds once, with V8's profiler on in every thread, and says where the CPU time went. */
export async function measureStages(root: string, seeds: string, outDir: string): Promise<StageSeconds> {
  const profiles = `${outDir}-profiles`
  rmSync(profiles, { recursive: true, force: true })
  mkdirSync(profiles, { recursive: true })
  rmSync(join(root, 'node_modules/.cache/newsfold'), { recursive: true, force: true })
  const args = ['--cpu-prof', `--cpu-prof-dir=${profiles}`, 'node_modules/vite/bin/vite.js', 'build', '--outDir', outDir, '--emptyOutDir']
  const { cpu } = await runTimed('node', args, root, { NEWSFOLD_SEEDS: seeds })
  const stageAt = stageFinder()
  const seconds: Record<Stage, number> = { read: 0, relate: 0, index: 0, render: 0, write: 0, other: 0 }
  for (const name of readdirSync(profiles)) addProfile(seconds, JSON.parse(readFileSync(join(profiles, name), 'utf8')) as Profile, stageAt)
  const stages = Object.entries(seconds).reduce((sum, [stage, each]) => (stage === 'other' ? sum : sum + each), 0)
  return { ...seconds, other: Math.max(seconds.other, (cpu ?? 0) - stages) }
}

/** Adds each sample's time to the stage of the nearest caller that belongs to one. */
export function addProfile(seconds: Record<Stage, number>, { nodes, samples, timeDeltas }: Profile, stageAt: (frame: Frame) => Stage | null): void {
  const stages = new Map<number, Stage | null>()
  const byId = new Map(nodes.map((node) => [node.id, node]))
  // Callers come before what they call.
  for (const { id, callFrame, children = [] } of nodes) {
    const stage = stageAt(callFrame) ?? stages.get(id) ?? null
    stages.set(id, stage)
    for (const child of children) stages.set(child, stage)
  }
  for (const [at, id] of samples.entries()) {
    if (byId.get(id)?.callFrame.functionName === '(idle)') continue
    seconds[stages.get(id) ?? 'other'] += Math.max(0, timeDeltas[at] ?? 0) / 1e6
  }
}

/** Finds a function's stage: bundles name the source of their lines, and the app's own code, which renders, is a `data:` URL. */
function stageFinder(): (frame: Frame) => Stage | null {
  const sources = new Map<string, readonly string[]>()
  return ({ url, lineNumber }) => {
    if (url.startsWith('data:')) return 'render'
    if (!url.startsWith('file:') || !url.includes('/newsfold/workers/')) return null
    const lines = sources.get(url) ?? sourcesOf(readFileSync(fileURLToPath(url), 'utf8'))
    sources.set(url, lines)
    return stageOf(lines[lineNumber] ?? '')
  }
}

/** The source file of each line of a bundle. */
export function sourcesOf(bundle: string): string[] {
  let source = ''
  return bundle.split('\n').map((line) => (source = /^\/\/ (src\/\S+|\S+\/src\/\S+)$/.exec(line)?.[1] ?? source))
}

/** The stage that a source file belongs to. */
export function stageOf(source: string): Stage | null {
  const folder = /(?:^|\/)src\/node\/([^/]+)\//.exec(source)?.[1] ?? ''
  const found = Object.entries(FOLDERS).find(([, folders]) => (folders as readonly string[]).includes(folder))
  return (found?.[0] as Stage | undefined) ?? null
}
