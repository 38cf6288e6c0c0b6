import { hash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import sirv from 'sirv'
import { createBuilder } from 'vite'
import { inject, vi } from 'vitest'
import { securityHeaders } from '../../src/node/app/security-headers.ts'
import { answerWith, type Fault } from './faults.ts'
import { makeOnce } from './make-once.ts'
import { writeFiles } from './temp-folder.ts'

export interface Site {
  /** Where the app is served, with its base path, ending in `/`. */
  readonly url: string
  /** The folder that is served. */
  readonly folder: string
  /** Drops every connection, or no longer does. */
  readonly unplug: (isUnplugged: boolean) => void
  /** Accepts connections without ever answering, or answers again; requests made meanwhile stay unanswered. */
  readonly hang: (isHanging: boolean) => void
  /** Answers every request for a path that matches with a fault; null ends it. */
  readonly fail: (path: RegExp, fault: Fault | null) => void
  /** Ends all connections, and with them the requests that still wait. */
  readonly release: () => void
}

type ServerState = 'answers' | 'unplugged' | 'hanging'

/** Seeds, and what lies beside them, by path. */
type Seeds = Readonly<Record<string, string | Uint8Array>>

/** What a build does other than `npm run build` in this repository. */
interface Difference {
  /** Settings, by environment variable. */
  readonly env?: Readonly<Record<string, string>>
  /** Code that every script begins with, as a later version of the app has other code. */
  readonly code?: string
}

/** Builds a seeds folder to an output folder, as `npm run build` does. */
async function buildSite(seeds: string, folder: string, base: string, { env = {}, code = '' }: Difference): Promise<void> {
  vi.stubEnv('NEWSFOLD_SEEDS', seeds)
  // Vitest says `test`, which would build React's development version.
  vi.stubEnv('NODE_ENV', 'production')
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
  // The build's cache knows a plugin by its name.
  const plugins = code === '' ? [] : [{ name: `adds ${code}`, renderChunk: (chunk: string) => code + chunk }]
  try {
    // A build caches the app of its settings alone: sites of other settings must not replace it.
    const cacheDir = join(inject('sites'), 'caches', nameOf([base, env, code]), 'node_modules/.vite')
    const builder = await createBuilder({ base, cacheDir, logLevel: 'error', plugins, build: { outDir: folder, emptyOutDir: true } })
    await builder.buildApp()
  } finally {
    vi.unstubAllEnvs()
  }
}

/** Builds these seeds, by path to text, unless a test has built the same before. Returns the output folder, which nobody may change. */
export function builtSite(files: Seeds, base = '/', difference: Difference = {}): Promise<string> {
  const name = nameOf([Object.entries(files).map(([path, content]) => [path, Buffer.from(content).toString('base64')]), base, difference])
  return makeOnce(join(inject('sites'), name), async (folder) => {
    mkdirSync(join(folder, 'seeds'))
    writeFiles(join(folder, 'seeds'), files)
    await buildSite(join(folder, 'seeds'), join(folder, 'dist'), base, difference)
  }).then((folder) => join(folder, 'dist'))
}

function nameOf(value: unknown): string {
  return hash('sha256', JSON.stringify(value), 'hex').slice(0, 16)
}

/** Builds these seeds and serves them as a plain static host would: files, and `404.html` for all else, with the security headers of `docs/hosting/`. */
export async function serveSeeds(files: Seeds, base = '/', difference: Difference = {}): Promise<Site> {
  return serveSite(await builtSite(files, base, difference), base)
}

/** Serves these seeds from a folder of its own, to which `deploy` may put other builds. */
export async function serveOwnSite(files: Seeds, base = '/', difference: Difference = {}): Promise<Site> {
  const folder = mkdtempSync(join(inject('sites'), 'own-'))
  cpSync(await builtSite(files, base, difference), folder, { recursive: true })
  return serveSite(folder, base)
}

/** Puts a build of these seeds in place of what is deployed. */
export async function deploy({ url, folder }: Site, files: Seeds, difference: Difference = {}): Promise<void> {
  const built = await builtSite(files, new URL(url).pathname, difference)
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true })
  cpSync(built, folder, { recursive: true })
}

async function serveSite(folder: string, base: string): Promise<Site> {
  let state: ServerState = 'answers'
  let failing: { path: RegExp; fault: Fault } | null = null
  const server = await serveFolder(folder, base, () => state, (path) => (failing?.path.test(path) === true ? failing.fault : null))
  const { port } = server.address() as AddressInfo
  const become = (other: ServerState) => (is: boolean) => {
    state = is ? other : 'answers'
  }
  const fail = (path: RegExp, fault: Fault | null) => {
    failing = fault === null ? null : { path, fault }
  }
  return { url: `http://127.0.0.1:${port}${base}`, folder, unplug: become('unplugged'), hang: become('hanging'), fail, release: () => server.closeAllConnections() }
}

function serveFolder(folder: string, base: string, stateNow: () => ServerState, faultOf: (path: string) => Fault | null): Promise<Server> {
  const files = sirv(folder, { dev: true })
  const server = createServer((request, response) => {
    const notFound = () => {
      response.writeHead(404, { 'content-type': 'text/html' })
      response.end(readFileSync(join(folder, '404.html')))
    }
    for (const [name, value] of Object.entries(securityHeaders('link'))) response.setHeader(name, value)
    const path = request.url ?? '/'
    const state = stateNow()
    if (state === 'unplugged') request.socket.destroy()
    if (state !== 'answers') return
    const answer = () => {
      if (path.startsWith(base)) {
        request.url = path.slice(base.length - 1)
        files(request, response, notFound)
      } else {
        notFound()
      }
    }
    const fault = faultOf(path)
    if (fault === null) answer()
    else void answerWith(fault, folder, request, response).then((isAnswered) => isAnswered || answer())
  })
  server.unref()
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}
