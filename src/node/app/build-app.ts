import { hash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import type { ResolvedConfig, ViteBuilder } from 'vite'
import { pageFile, savedPath, siteFiles } from '../../shared/contract/permalinks.ts'
import type { Site } from '../../shared/contract/site.ts'
import { escapeHtml } from '../../shared/text/escape-html.ts'
import { libraryWords } from '../../shared/words/library.ts'
import { wordsFor } from '../../shared/words/words-for.ts'
import { hashFiles } from '../lib/hash-files.ts'
import { readCacheFile, writeCacheFile } from '../lib/cache-file.ts'
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

/** The app as its cache file holds it. */
interface StoredApp {
  readonly files: readonly (readonly [name: string, base64: string])[]
  readonly pages: PageCode
}

/**
 * Builds the app with Vite, or loads it from the folder `cache` when it was built from the same sources,
 * packages and settings, as `key` says; null for no cache.
 */
export async function buildApp(builder: ViteBuilder, settings: Settings, cache: string | null, key: string): Promise<App> {
  const file = cache === null ? null : join(cache, `app-${key}.json`)
  const { client } = builder.environments
  if (client === undefined) throw new Error('Vite has no client environment.')
  const cached = file === null ? null : loadApp(file)
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
  if (file !== null) storeApp(file, app)
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

/** The app from a cache file; null when there is none. */
function loadApp(file: string): App | null {
  const json = readCacheFile(file, '')
  if (json === null) return null
  const { files, pages } = JSON.parse(json.toString()) as StoredApp
  return { pages, files: new Map(files.map(([name, base64]) => [name, Buffer.from(base64, 'base64')])) }
}

/** Stores the app in a cache file, and removes older ones. */
function storeApp(file: string, { files, pages }: App): void {
  const folder = dirname(file)
  try {
    for (const name of readdirSync(folder)) if (name.startsWith('app-')) rmSync(join(folder, name), { recursive: true, force: true })
  } catch {
    // There is no cache yet, or it can't be written.
  }
  const stored: StoredApp = { pages, files: [...files].map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')]) }
  writeCacheFile(file, '', JSON.stringify(stored))
}
