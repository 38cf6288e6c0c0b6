import { absoluteUrl, digestPath, feedFile, feedPath, HASHED_DATA_FOLDERS, siteFiles, threadPath, topicPath } from '../../shared/contract/permalinks.ts'
import type { Site } from '../../shared/contract/site.ts'
import { securityHeaders, TRANSPORT_SECURITY } from '../app/security-headers.ts'
import { textFile, type SiteFile, type Syndicated } from './types.ts'

/** Folders under `data/` whose files have a fixed name, whatever their content. */
const DATA_FOLDERS = ['catalog', 'feed', 'story', 'topic', 'thread', 'find/directory']

/** Lets crawlers read everything. They look for it at the root of a host, so under a base path it does nothing. */
export function toRobots(site: Site): SiteFile {
  const sitemap = site.url === null ? '' : `\nSitemap: ${absoluteUrl(site.url, `/${siteFiles.sitemap}`)}\n`
  return textFile(siteFiles.robots, `User-agent: *\nDisallow:\n${sitemap}`)
}

/**
 * Headers for hosts that read `_headers` (Netlify, Cloudflare Pages and others). They join the values
 * that several rules give one header, so no file may fall under two that say different things: what
 * is to be revalidated is named folder by folder.
 */
export function toHostHeaders({ base, assetsDir, site, images }: Pick<Syndicated, 'base' | 'assetsDir' | 'site' | 'images'>): SiteFile {
  const rule = (path: string, ...headers: string[]) => [base + path, ...headers.map((header) => `  ${header}`), ''].join('\n')
  const transport = site.url?.startsWith('https:') === true ? { 'Strict-Transport-Security': TRANSPORT_SECURITY } : {}
  const security = Object.entries({ ...securityHeaders(images), ...transport }).map(([name, value]) => `${name}: ${value}`)
  const hashed = [`${assetsDir}/*`, ...HASHED_DATA_FOLDERS.map((folder) => `data/${folder}/*`)]
  const revalidated = ['', ':file', 'topic/*', 'story/*', 'archive/*', 'day/*', 'thread/*', 'data/:file', ...DATA_FOLDERS.map((folder) => `data/${folder}/*`)]
  const typed = [
    ...[feedPath, topicPath(':slug'), threadPath(':slug'), digestPath].flatMap((page) => [
      [feedFile('rss', page), 'application/rss+xml'] as const,
      [feedFile('atom', page), 'application/atom+xml'] as const,
      [feedFile('json', page), 'application/feed+json'] as const,
    ]),
    [siteFiles.opml, 'text/x-opml'] as const,
    [siteFiles.manifest, 'application/manifest+json'] as const,
    [siteFiles.openSearch, 'application/opensearchdescription+xml'] as const,
  ]
  return textFile(
    siteFiles.headers,
    [
      rule('*', ...security),
      ...hashed.map((path) => rule(path, 'Cache-Control: public, max-age=31536000, immutable')),
      ...revalidated.map((path) => rule(path, 'Cache-Control: no-cache')),
      ...typed.map(([path, type]) => rule(path, `Content-Type: ${type}; charset=utf-8`)),
    ].join('\n'),
  )
}
