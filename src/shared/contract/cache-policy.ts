import { decodeSegment } from '../text/safe-decode.ts'
import { dataFiles, HASHED_DATA_FOLDERS, STORY_FOLDER } from './permalinks.ts'
import { storyIdOf } from './slug.ts'

/** What the service worker caches, each kind in a cache of its own. */
export type CacheKind = 'assets' | 'data' | 'hashed' | 'pages' | 'pictures'

/** Prefix of the names of all caches. */
export const CACHE_PREFIX = 'newsfold'

/** The name of a cache; `scope`, the absolute address of the base, keeps apart the sites of one origin. */
export function cacheNameOf(kind: CacheKind, scope: string): string {
  return `${CACHE_PREFIX}-${kind}-${scope}`
}

/**
 * The cache of a file under the base path; null for a file that is not cached: syndication feeds, source maps, the
 * service worker itself, and the version, which only the server knows.
 * `assetsDir` is the folder of scripts and styles named by their content.
 */
export function cacheKindOf(file: string, assetsDir: string): CacheKind | null {
  if (file.startsWith(`${assetsDir}/`)) return 'assets'
  // A page's address may lack its last slash; every other file has an extension.
  if (!file.startsWith('data/')) return /\.[a-z0-9]+$/i.test(file) ? null : 'pages'
  if (file === dataFiles.version) return null
  if (!HASHED_DATA_FOLDERS.some((folder) => file.startsWith(`data/${folder}/`))) return 'data'
  return file.endsWith('.json') ? 'hashed' : 'pictures'
}

/**
 * The address of the cached page that can answer for `url`, as the site would online; undefined for none.
 * `cached` lists the addresses of all cached pages, newest last.
 */
export function cachedPageFor(url: string, cached: readonly string[], scope: string): string | undefined {
  const address = withoutSearch(url)
  if (cached.includes(address) || !address.startsWith(scope)) return cached.find((one) => one === address)
  const page = pageOf(address.slice(scope.length))
  return cached.findLast((one) => one.startsWith(scope) && pageOf(one.slice(scope.length)) === page)
}

/** An address without its search and hash. */
export function withoutSearch(url: string): string {
  return url.split(/[?#]/)[0] ?? ''
}

/** A key that all paths of a page share: with or without the last slash, however escaped, and for a story whatever its title part says. */
function pageOf(path: string): string {
  const parts = path.replace(/\/$/, '').split('/').map(decodeSegment)
  const [folder, slug = ''] = parts
  const id = parts.length === 2 && folder === STORY_FOLDER ? storyIdOf(slug) : ''
  return JSON.stringify(id === '' ? parts : [STORY_FOLDER, id])
}
