import { minifySync, type Rolldown } from 'vite'
import { dataUrl } from '../../shared/contract/permalinks.ts'
import type { ViewName } from '../../shared/contract/render-page.ts'
import type { ImagesSetting } from '../config/read-options.ts'
import { addContentSecurityPolicy } from './index-html.ts'
import { escapeHtml } from '../../shared/text/escape-html.ts'
import { userError } from '../lib/user-error.ts'
import { parseStyles, usedStyles, withoutUnusedDefinitions, type StyleNode } from './used-styles.ts'

/** The page of one kind of view, without what differs from page to page. */
export interface PageTemplate {
  /** The HTML around its inlined styles. */
  readonly html: readonly [before: string, after: string]
  readonly styles: readonly StyleNode[]
  /** Whether its pages have only the styles they use. */
  readonly isSparse: boolean
  /** For its security policy. */
  readonly images: ImagesSetting
}

/** The HTML around what differs from page to page: before its head's own tags, between these and its content, and after. */
export type PageFrame = readonly [start: string, middle: string, end: string]

export type PageTemplates = Readonly<Record<ViewName, PageTemplate>>

/** The source of each kind of view. */
const SOURCES: Readonly<Record<ViewName, string>> = {
  feed: '/src/client/routes/feed.tsx',
  story: '/src/client/routes/story.tsx',
  archive: '/src/client/routes/archive.tsx',
  month: '/src/client/routes/archive.tsx',
  day: '/src/client/routes/day.tsx',
  thread: '/src/client/routes/thread.tsx',
  'not-found': '/src/client/routes/not-found.tsx',
}

/** Views whose pages have only the styles they use, because most pages are theirs; the app loads the others. */
const SPARSE: readonly ViewName[] = ['story', 'archive', 'month', 'day', 'thread']

/** Code that is inlined into feed pages, and runs while everything else loads. */
export const PREFETCH = 'src/client/search/prefetch.ts'

/** The inline script that only pages of a feed need. */
const FEED_SCRIPT = /[ \t]*<script data-feed>[^]*?<\/script>\n?/i

const HEAD = /<head[^]*<\/head>/i
const STYLE = /[ \t]*<style>([^]*?)<\/style>\n?/gi

const TITLE = /<title>[^]*?<\/title>/i
const ROOT = /(<div id="root">)(<\/div>)/i

type Output = Rolldown.OutputChunk | Rolldown.OutputAsset

/** Templates from the page and the other files that Vite has made. */
export function toTemplates(html: string, outputs: readonly Output[], base: string, images: ImagesSetting): PageTemplates {
  // Inlined, and so repeated, in thousands of pages.
  const small = html.replace(/(<script(?: data-feed)?>)([^]*?)(<\/script>)/gi, (_, open: string, code: string, close: string) => open + minifySync('inline.js', code).code.trim() + close)
  const notFeed = small.replace(FEED_SCRIPT, '')
  const views = Object.keys(SOURCES) as ViewName[]
  return Object.fromEntries(views.map((view) => [view, toTemplate(view === 'feed' ? small : notFeed, outputs, view, base, images)])) as PageTemplates
}

/**
 * The page for one kind of view. Its styles are inlined, so that it can be read without waiting, and its code
 * is requested together with the entry's, at low priority.
 */
function toTemplate(html: string, outputs: readonly Output[], view: ViewName, base: string, images: ImagesSetting): PageTemplate {
  const chunks = outputs.filter((output) => output.type === 'chunk')
  const early = chunks.filter((chunk) => isOf(chunk, PREFETCH))
  const entry = chunks.filter((chunk) => chunk.isEntry && !early.includes(chunk))
  const own = chunks.filter((chunk) => isOf(chunk, SOURCES[view]))
  const first = withImports(entry, chunks)
  const all = withImports([...entry, ...own], chunks)
  const scripts = all.filter((chunk) => !first.includes(chunk)).map(({ fileName }) => dataUrl(base, fileName))
  const sheets = all.flatMap((chunk) => [...(chunk.viteMetadata?.importedCss ?? [])])
  const css = sheets.map((sheet) => outputs.find(({ fileName }) => fileName === sheet)).map((asset) => (asset?.type === 'asset' ? String(asset.source) : '')).join('')
  const isSparse = SPARSE.includes(view)
  const tags = [
    // Not fetched until the app loads a sparse page's other styles; they show Vite's preloading code that these styles are there.
    ...sheets.map((sheet) => `<link rel="stylesheet" href="${escapeHtml(dataUrl(base, sheet))}" disabled${isSparse ? ' data-sparse' : ''}>`),
    ...scripts.map((script) => `<link rel="modulepreload" crossorigin href="${escapeHtml(script)}">`),
  ]
  const unstyled = html.replace(/[ \t]*<link rel="stylesheet"[^>]*>\n?/gi, '').replace(/<\/head>/i, (end) => `${tags.join('')}${end}`)
  const prioritised = unstyled.replace(/<(?:script type="module"|link rel="modulepreload")/gi, (tag) => `${tag} fetchpriority="low"`)
  // Modules run in order, so the first one does not wait for the app's.
  const inline = view === 'feed' ? early.map(({ code }) => `<script type="module">${code.trim()}</script>\n`).join('') : ''
  const scripted = prioritised.replace(/<script type="module"/i, (tag) => inline + tag)
  // One element for all styles: the policy has a hash of each.
  const ownStyles = [...scripted.matchAll(STYLE)].map(([, own = '']) => own).join('')
  const page = scripted.replace(STYLE, '').replace(HEAD, (head) => head.replace(/>\s*\n\s*</g, '><'))
  // Before the sheets: what these add must win over it.
  const place = page.search(/<link rel="stylesheet"|<\/head>/i)
  const template: PageTemplate = { html: [page.slice(0, place), page.slice(place)], styles: [ownStyles, ...(isSparse ? parseStyles(css) : [css])], isSparse, images }
  toFrame(template, new Set())
  return template
}

/** A template's HTML with the styles that a page with these classes uses. */
export function toFrame({ html: [before, after], styles, isSparse, images }: PageTemplate, classes: ReadonlySet<string>): PageFrame {
  const used = usedStyles(styles, classes)
  const css = isSparse ? withoutUnusedDefinitions(used) : used
  const page = addContentSecurityPolicy(`${before}${css === '' ? '' : `<style>${css}</style>`}${after}`, images)
  const title = TITLE.exec(page)
  const root = ROOT.exec(page)
  if (title === null || root === null) throw userError('index.html needs a <head> and an element <div id="root"></div>, which pages are rendered into.')
  const inside = root.index + (root[1] ?? '').length
  return [page.slice(0, title.index), page.slice(title.index + title[0].length, inside), page.slice(inside)]
}

/** Chunks and all their imports, each once, imports first. */
function withImports(wanted: readonly Rolldown.OutputChunk[], chunks: readonly Rolldown.OutputChunk[]): Rolldown.OutputChunk[] {
  const found = new Set<Rolldown.OutputChunk>()
  const add = (chunk: Rolldown.OutputChunk) => {
    if (found.has(chunk)) return
    for (const name of chunk.imports) chunks.filter(({ fileName }) => fileName === name).forEach(add)
    found.add(chunk)
  }
  wanted.forEach(add)
  return [...found]
}

/** Whether a source file is a chunk's entry. */
export function isOf({ facadeModuleId }: Rolldown.OutputChunk, source: string): boolean {
  return facadeModuleId?.replaceAll('\\', '/').endsWith(source) === true
}
