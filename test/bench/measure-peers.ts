import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { EQUAL_HUGO } from './equal-hugo.ts'
import { ASTRO, ELEVENTY, HUGO, type Peer } from './peers.ts'
import { runTimed } from './run-timed.ts'
import { copySeeds, writeSite } from './write-peer.ts'

export interface MeasuredPeer {
  readonly name: string
  readonly version: string
  /** Wall time and CPU time; null when it is not installed. */
  readonly seconds: number | null
  readonly cpu: number | null
  readonly files: number
  readonly bytes: number
}

const NPM_PACKAGES = ['@11ty/eleventy@3', 'astro@5', 'pagefind@1']

/** Builds the same seeds with other generators. `folder` is where they may write. */
export async function measurePeers(seeds: string, folder: string): Promise<MeasuredPeer[]> {
  mkdirSync(folder, { recursive: true })
  const tools = join(folder, '../tools')
  mkdirSync(tools, { recursive: true })
  execFileSync('npm', ['install', '--prefix', tools, '--no-save', '--silent', ...NPM_PACKAGES], { stdio: 'ignore' })
  const measured: MeasuredPeer[] = []
  for (const peer of [HUGO, EQUAL_HUGO, ELEVENTY, ASTRO]) measured.push(await measurePeer(peer, seeds, join(folder, peer.name), tools))
  const equal = measured[1]
  if (equal !== undefined && equal.files > 0) measured.splice(2, 0, await withPagefind(equal, join(folder, EQUAL_HUGO.name, EQUAL_HUGO.output), tools))
  return measured
}

/** A peer's build, and Pagefind's index of its pages on top. */
async function withPagefind(peer: MeasuredPeer, site: string, tools: string): Promise<MeasuredPeer> {
  const timed = await runTimed(join(tools, 'node_modules/.bin/pagefind'), ['--site', site], site).catch(() => null)
  const sum = (one: number | null, other: number | null = null) => (one === null || other === null ? null : one + other)
  return {
    name: `${peer.name} and Pagefind`,
    version: versionOf(tools, 'pagefind'),
    seconds: sum(peer.seconds, timed?.seconds),
    cpu: sum(peer.cpu, timed?.cpu),
    ...sizeOf(filesUnder(site)),
  }
}

async function measurePeer(peer: Peer, seeds: string, site: string, tools: string): Promise<MeasuredPeer> {
  rmSync(site, { recursive: true, force: true })
  writeSite(site, peer.files, tools)
  copySeeds(seeds, join(site, peer.content))
  const command = peer.isNpm ? join(tools, 'node_modules/.bin', peer.command) : peer.command
  // What can't be measured leaves a gap in the table, not an end to the bench.
  const timed = await runTimed(command, peer.args, site).catch((error: unknown) => {
    console.error(`${peer.name}: ${error instanceof Error ? error.message : String(error)}`)
    return null
  })
  const version = peer.isNpm ? versionOf(tools, peer.packageName) : hugoVersion()
  return { name: peer.name, version, seconds: timed?.seconds ?? null, cpu: timed?.cpu ?? null, ...sizeOf(filesUnder(join(site, peer.output))) }
}

function versionOf(tools: string, name: string): string {
  const json = execFileSync('node', ['-p', `require(${JSON.stringify(join(tools, 'node_modules', name, 'package.json'))}).version`], { encoding: 'utf8' })
  return json.trim()
}

function hugoVersion(): string {
  try {
    return /v([\d.]+)/.exec(execFileSync('hugo', ['version'], { encoding: 'utf8' }))?.[1] ?? 'unknown'
  } catch {
    return 'not installed'
  }
}

function sizeOf(files: readonly string[]): Pick<MeasuredPeer, 'files' | 'bytes'> {
  return { files: files.length, bytes: files.reduce((sum, file) => sum + statSync(file).size, 0) }
}

function filesUnder(folder: string): string[] {
  try {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    return names.map((name) => join(folder, name)).filter((path) => statSync(path).isFile())
  } catch {
    return []
  }
}
