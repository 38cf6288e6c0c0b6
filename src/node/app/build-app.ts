import { hash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import type { ResolvedConfig, ViteBuilder } from 'vite'
import { pageFile, savedPath, siteFiles } from '../../shared/contract/permalinks.ts'
import type { Site } from '../../shared/contract/site.ts'
import { escapeHtml } from '../../shared/text/escape-html.ts'
import { libraryWords } from '../../shared/words/library.ts'
import { wordsFor } from '../../shared/words/words-for.ts'
import { hashFiles } from '../lib/hash-files.ts'
import { writeWhole } from '../lib/write-atomic.ts'
import { addContentSecurityPolicy } from './index-html.ts'
import type { Settings } from '../config/options.ts'
import { buildRenderer } from './page-renderer.ts'
import { isOf, PREFETCH, toTemplates, type PageTemplates } from './page-template.ts'
import { toServiceWorker } from './bundle-service-worker.ts'
import { toWebManifest } from './web-manifest.ts'
import { PACKAGES } from '../lib/bundle-worker.ts'

/** The icon of every page, from the public folder. */
const FAVICON = 'favicon.svg'

/** The app without its stories, and what pages are rendered with. */
export interface App {
  /** Scripts, styles and fonts, by path under the output folder. */
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly pages: PageCode
}

/** What pages are rendered with. */
export interface PageCode {
  readonly templates: PageTemplates
  /** For `loadRenderer`. */
  readonly renderer: string
}

/** The cached file of `PageCode`, next to those of the app. */
const PAGE_CODE = 'pages.json'

/**
 * Builds the app with Vite, or loads it from the folder `cache` when it was built from the same sources,
 * packages and settings, as `key` says; null for no cache.
 */
export async function buildApp(builder: ViteBuilder, settings: Settings, cache: string | null, key: string): Promise<App> {
  const folder = cache === null ? null : join(cache, `app-${key}`)
  const { client } = builder.environments
  if (client === undefined) throw new Error('Vite has no client environment.')
  const cached = folder === null ? null : loadApp(folder)
  if (cached !== null) {
    skipApp(builder)
    return cached
  }
  const built = await builder.build(client)
  const outputs = 'close' in built ? [] : [built].flat().flatMap(({ output }) => output)
  const files = new Map<string, Uint8Array>()
  for (const output of outputs) {
    // It is inlined into pages.
    if (output.type === 'chunk' && isOf(output, PREFETCH)) continue
    files.set(output.fileName, Buffer.from(output.type === 'chunk' ? output.code : output.source))
  }
  const html = String(files.get('index.html') ?? '')
  files.delete('index.html')
  const pages = { templates: toTemplates(html, outputs, builder.config.base, settings.read.images), renderer: await buildRenderer(builder) }
  await addOffline(files, html, builder.config, settings)
  const app = { files, pages }
  if (folder !== null) storeApp(folder, app)
  return app
}

/** Tells Vite that there is nothing to build; it would build the app after all. */
export function skipApp({ environments }: ViteBuilder): void {
  for (const environment of Object.values(environments)) environment.isBuilt = true
}

/** Adds what is needed to install the app and to open it offline. */
async function addOffline(files: Map<string, Uint8Array>, html: string, { base, publicDir, build }: ResolvedConfig, settings: Settings): Promise<void> {
  const isPublic = (file: string) => build.copyPublicDir && publicDir !== '' && existsSync(join(publicDir, file))
  const { manifest } = siteFiles
  files.set(manifest, isPublic(manifest) ? readFileSync(join(publicDir, manifest)) : Buffer.from(toWebManifest(settings.site, base, isPublic)))
  // It belongs to no view: the address decides what it shows.
  const page = html.replace(/<\/head>/i, (end) => `<meta name="robots" content="noindex">${end}`)
  files.set(siteFiles.offlinePage, Buffer.from(addContentSecurityPolicy(page, settings.read.images)))
  files.set(pageFile(savedPath), Buffer.from(addContentSecurityPolicy(savedPage(page, settings.site, base), settings.read.images)))
  const icon = isPublic(FAVICON) ? [[FAVICON, readFileSync(join(publicDir, FAVICON))] as const] : []
  const code = await toServiceWorker(new Map([...files, ...icon]), build.assetsDir, settings)
  files.set(siteFiles.serviceWorker, Buffer.from(code))
}

/** The page of the saved stories, which only the user's device knows. */
function savedPage(page: string, { language }: Site, base: string): string {
  const { savedStories, toFrontPage } = wordsFor(language)
  const text = [`<h1>${escapeHtml(savedStories)}</h1>`, `<p>${escapeHtml(libraryWords.savedNeedsScripts)}</p>`, `<p><a href="${escapeHtml(base)}">${escapeHtml(toFrontPage)}</a></p>`]
  return page.replace(/<\/body>/i, (end) => `<noscript><main>${text.join('')}</main></noscript>${end}`)
}

/** Hash of everything that goes into the app. */
export function appKey(config: ResolvedConfig, settings: Settings): string {
  const plain = (_name: string, value: unknown) => (typeof value === 'function' || value instanceof RegExp ? String(value) : value)
  const { base, mode, env, define, build, plugins } = config
  const choices = JSON.stringify([base, mode, env, define, { ...build, outDir: '' }, plugins.map(({ name }) => name), settings.site, settings.offline, settings.read.images, process.env['NODE_ENV']], plain)
  const { root, publicDir } = config
  const publicFolder = publicDir === '' ? [] : [relative(root, publicDir)]
  // The configuration and everything it imports, because it may contain plugins.
  const configured = [config.configFile ?? [], config.configFileDependencies].flat().map((file) => relative(root, resolve(root, file)))
  return hash('sha256', choices + hashFiles(root, ['src', ...publicFolder, 'index.html', ...configured, ...PACKAGES]), 'hex').slice(0, 16)
}

/** The app from a cache folder; null when it is missing, or not what was written. */
function loadApp(folder: string): App | null {
  try {
    const index = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as [file: string, checksum: string][]
    const files = new Map(index.map(([file]) => [file, readFileSync(join(folder, 'files', file))]))
    if (!index.every(([file, checksum]) => hash('sha1', files.get(file) ?? '', 'hex') === checksum)) return null
    const pages = JSON.parse(String(files.get(PAGE_CODE))) as PageCode
    files.delete(PAGE_CODE)
    return { files, pages }
  } catch {
    return null
  }
}

/** Stores the app in a cache folder, and removes older ones. The index comes last: without it, `loadApp` finds nothing. */
function storeApp(folder: string, app: App): void {
  const files = new Map(app.files).set(PAGE_CODE, Buffer.from(JSON.stringify(app.pages)))
  const index = [...files].map(([file, bytes]) => [file, hash('sha1', bytes, 'hex')])
  const parent = dirname(folder)
  try {
    mkdirSync(parent, { recursive: true })
    for (const name of readdirSync(parent)) if (name.startsWith('app-')) rmSync(join(parent, name), { recursive: true, force: true })
    for (const [file, bytes] of files) writeWhole(join(folder, 'files', file), bytes)
    writeWhole(join(folder, 'index.json'), JSON.stringify(index))
  } catch {
    // Where the cache can't be written, the next build builds the app again.
    return
  }
}
