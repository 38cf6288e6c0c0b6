import { hash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ResolvedConfig, ViteBuilder } from 'vite'
import { hashFiles } from './hash-files.ts'
import { siteFiles } from '../shared/permalinks.ts'
import type { Settings } from './options.ts'
import { toServiceWorker } from './service-worker.ts'
import { toWebManifest } from './web-manifest.ts'

/** The icon every page names; it lies in the public folder. */
const FAVICON = 'favicon.svg'

/** The reader without its stories: page, scripts, styles and fonts, by path under the output folder. */
export type Shell = ReadonlyMap<string, Uint8Array>

/**
 * Builds the shell with Vite, unless it was built before from the same sources, packages and settings.
 * `cache` is where it is kept; null to build it anew.
 */
export async function buildShell(builder: ViteBuilder, settings: Settings, cache: string | null): Promise<Shell> {
  const folder = cache === null ? null : join(cache, `shell-${keyOf(builder.config, settings)}`)
  const { client } = builder.environments
  if (client === undefined) throw new Error('Vite has no client environment.')
  const kept = folder === null ? null : loadShell(folder)
  if (kept !== null) {
    // Otherwise Vite would build it after all.
    client.isBuilt = true
    return kept
  }
  const built = await builder.build(client)
  const outputs = 'close' in built ? [] : [built].flat().flatMap(({ output }) => output)
  const shell = new Map<string, Uint8Array>()
  for (const output of outputs) shell.set(output.fileName, Buffer.from(output.type === 'chunk' ? output.code : output.source))
  await addOffline(shell, builder.config, settings)
  if (folder !== null) keepShell(folder, shell)
  return shell
}

/** Adds what lets the reader be installed, and be opened without a connection. */
async function addOffline(shell: Map<string, Uint8Array>, { base, publicDir, build }: ResolvedConfig, settings: Settings): Promise<void> {
  const isPublic = (file: string) => build.copyPublicDir && publicDir !== '' && existsSync(join(publicDir, file))
  shell.set(siteFiles.manifest, Buffer.from(toWebManifest(settings.site, base, isPublic)))
  const page = shell.get('index.html')
  if (page !== undefined) shell.set(siteFiles.offlinePage, page)
  const icon = isPublic(FAVICON) ? [[FAVICON, readFileSync(join(publicDir, FAVICON))] as const] : []
  const code = await toServiceWorker(new Map([...shell, ...icon]), build.assetsDir, settings)
  shell.set(siteFiles.serviceWorker, Buffer.from(code))
}

/** Hash over all that goes into the shell. */
function keyOf(config: ResolvedConfig, settings: Settings): string {
  const plain = (_name: string, value: unknown) => (typeof value === 'function' || value instanceof RegExp ? String(value) : value)
  const { base, mode, env, define, build, plugins } = config
  const choices = JSON.stringify([base, mode, env, define, { ...build, outDir: '' }, plugins.map(({ name }) => name), settings.site, settings.offline, process.env['NODE_ENV']], plain)
  const { root } = config
  return hash('sha256', choices + hashFiles(root, ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json']), 'hex').slice(0, 16)
}

/** What was kept in a folder; null when it is not there, or is not what was written. */
function loadShell(folder: string): Shell | null {
  try {
    const index = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as [file: string, checksum: string][]
    const shell = new Map(index.map(([file]) => [file, readFileSync(join(folder, 'files', file))]))
    return index.every(([file, checksum]) => hash('sha1', shell.get(file) ?? '', 'hex') === checksum) ? shell : null
  } catch {
    return null
  }
}

/** Written beside and then renamed, so that a build that is killed leaves no half shell. Older shells are removed. */
function keepShell(folder: string, shell: Shell): void {
  const draft = `${folder}.${process.pid}`
  const index = [...shell].map(([file, bytes]) => [file, hash('sha1', bytes, 'hex')])
  try {
    const parent = dirname(folder)
    if (existsSync(parent)) {
      for (const name of readdirSync(parent)) if (name.startsWith('shell-')) rmSync(join(parent, name), { recursive: true, force: true })
    }
    for (const [file, bytes] of shell) {
      mkdirSync(dirname(join(draft, 'files', file)), { recursive: true })
      writeFileSync(join(draft, 'files', file), bytes)
    }
    writeFileSync(join(draft, 'index.json'), JSON.stringify(index))
    renameSync(draft, folder)
  } catch {
    // No room, or no right to write: the next build builds it again.
    rmSync(draft, { recursive: true, force: true })
  }
}
