import { mkdtempSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import sirv from 'sirv'
import { createBuilder } from 'vite'
import { inject, vi } from 'vitest'
import { writeFiles } from './temp-folder.ts'

export interface Site {
  /** Where the reader is served, with its base path, ending in `/`. */
  readonly url: string
  /** Where it was built to. */
  readonly folder: string
  /** Its seeds. */
  readonly seeds: string
  /** Answers nobody any more, or all again. */
  readonly unplug: (isUnplugged: boolean) => void
  /** Lets everyone connect and answers nobody any more, or all again but those who asked meanwhile. */
  readonly hang: (isHanging: boolean) => void
}

type ServerState = 'answers' | 'unplugged' | 'hanging'

/** What a build does other than `npm run build` in this repository. */
interface Difference {
  /** Where to; a new folder when left out. */
  readonly folder?: string
  /** Settings, by environment variable. */
  readonly env?: Readonly<Record<string, string>>
  /** Code of the reader that is not there otherwise, as a later version may have: every script gets it. */
  readonly code?: string
}

/** A folder that stays until all browser tests are over. */
function newFolder(): string {
  return mkdtempSync(join(inject('sites'), 'site-'))
}

/** Builds the whole reader from a seeds folder, as `npm run build` does, and returns the output folder. */
export async function buildSite(seeds: string, base = '/', { folder = newFolder(), env = {}, code = '' }: Difference = {}): Promise<string> {
  vi.stubEnv('NEWSFOLD_SEEDS', seeds)
  // Vitest says `test`, which would build React's development version.
  vi.stubEnv('NODE_ENV', 'production')
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
  // Its name stands for it where a build is kept.
  const plugins = code === '' ? [] : [{ name: `adds ${code}`, renderChunk: (chunk: string) => code + chunk }]
  try {
    const builder = await createBuilder({ base, logLevel: 'error', plugins, build: { outDir: folder, emptyOutDir: true } })
    await builder.buildApp()
  } finally {
    vi.unstubAllEnvs()
  }
  return folder
}

/** Builds these seeds, by path to text, and serves them; see `serveSite`. */
export async function serveSeeds(files: Readonly<Record<string, string | Uint8Array>>, base = '/', difference: Difference = {}): Promise<Site> {
  const seeds = newFolder()
  writeFiles(seeds, files)
  return serveSite(seeds, base, difference)
}

/** Builds a seeds folder and serves it as a plain static host would: files, and `404.html` for all else. */
export async function serveSite(seeds: string, base = '/', difference: Difference = {}): Promise<Site> {
  const folder = await buildSite(seeds, base, difference)
  let state: ServerState = 'answers'
  const server = await serveFolder(folder, base, () => state)
  const { port } = server.address() as AddressInfo
  const become = (other: ServerState) => (is: boolean) => {
    state = is ? other : 'answers'
  }
  return { url: `http://127.0.0.1:${port}${base}`, folder, seeds, unplug: become('unplugged'), hang: become('hanging') }
}

/** Deploys a site anew, in place of what is there. */
export async function deployAgain({ url, folder, seeds }: Site, difference: Difference): Promise<void> {
  await buildSite(seeds, new URL(url).pathname, { ...difference, folder })
}

function serveFolder(folder: string, base: string, stateNow: () => ServerState): Promise<Server> {
  const files = sirv(folder, { dev: true })
  const server = createServer((request, response) => {
    const notFound = () => {
      response.writeHead(404, { 'content-type': 'text/html' })
      response.end(readFileSync(join(folder, '404.html')))
    }
    const path = request.url ?? '/'
    const state = stateNow()
    if (state === 'unplugged') request.socket.destroy()
    if (state !== 'answers') return
    if (path.startsWith(base)) {
      request.url = path.slice(base.length - 1)
      files(request, response, notFound)
    } else {
      notFound()
    }
  })
  server.unref()
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}
