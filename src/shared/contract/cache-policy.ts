import { decodeSegment } from '../text/safe-decode.ts'
import { dataFiles, HASHED_DATA_FOLDERS, STORY_FOLDER } from './permalinks.ts'
import { storyIdOf } from './slug.ts'

/** What is kept for offline, each kind in a cache of its own. */
export type CacheKind = 'assets' | 'data' | 'hashed' | 'pages' | 'pictures'

/** What all caches of a reader begin with. */
export const CACHE_PREFIX = 'newsfold'

/** The name of a cache; readers of one origin tell theirs apart by `scope`, the absolute address of their base. */
export function cacheNameOf(kind: CacheKind, scope: string): string {
  return `${CACHE_PREFIX}-${kind}-${scope}`
}

/**
 * What a file under the base path is kept as; null for one that is not kept: feeds, maps, the worker
 * itself, and the version, of which only the server can say whether it is the one deployed now.
 * `assetsDir` is the folder of scripts and styles, named by their content.
 */
export function cacheKindOf(file: string, assetsDir: string): CacheKind | null {
  if (file.startsWith(`${assetsDir}/`)) return 'assets'
  // A page's address may lack its last slash; all else has an extension.
  if (!file.startsWith('data/')) return /\.[a-z0-9]+$/i.test(file) ? null : 'pages'
  if (file === dataFiles.version) return null
  if (!HASHED_DATA_FOLDERS.some((folder) => file.startsWith(`data/${folder}/`))) return 'data'
  return file.endsWith('.json') ? 'hashed' : 'pictures'
}

/**
 * The address of the kept page that answers for another, as the reader would on line; undefined for none.
 * `kept` holds the addresses of all, newest last.
 */
export function cachedPageFor(url: string, kept: readonly string[], scope: string): string | undefined {
  const address = withoutSearch(url)
  if (kept.includes(address) || !address.startsWith(scope)) return kept.find((one) => one === address)
  const page = pageOf(address.slice(scope.length))
  return kept.findLast((one) => one.startsWith(scope) && pageOf(one.slice(scope.length)) === page)
}

/** One address for all that is asked of a page. */
export function withoutSearch(url: string): string {
  return url.split(/[?#]/)[0] ?? ''
}

/** What is the same for all paths of a page: with or without the last slash, however escaped, and of a story whatever its title part says. */
function pageOf(path: string): string {
  const parts = path.replace(/\/$/, '').split('/').map(decodeSegment)
  const [folder, slug = ''] = parts
  const id = parts.length === 2 && folder === STORY_FOLDER ? storyIdOf(slug) : ''
  return JSON.stringify(id === '' ? parts : [STORY_FOLDER, id])
}
