import { dataFiles, HASHED_DATA_FOLDERS } from './permalinks.ts'

/** What is kept for offline, each kind in a cache of its own. */
export type KeptKind = 'assets' | 'data' | 'hashed' | 'pages' | 'pictures'

/** What all caches of a reader begin with. */
export const CACHE_PREFIX = 'newsfold'

/** The status by which the service worker answers for data that is neither reached nor kept; no file has it. */
export const NOT_KEPT = 204

/** The name of a cache; readers of one origin tell theirs apart by `scope`, the absolute address of their base. */
export function cacheNameOf(kind: KeptKind, scope: string): string {
  return `${CACHE_PREFIX}-${kind}-${scope}`
}

/**
 * What a file under the base path is kept as; null for one that is not kept: feeds, maps, the worker
 * itself, and the version, of which only the server can say whether it is the one deployed now.
 * `assetsDir` is the folder of scripts and styles, named by their content.
 */
export function keptKindOf(file: string, assetsDir: string): KeptKind | null {
  if (file.startsWith(`${assetsDir}/`)) return 'assets'
  // A page's address may lack its last slash; all else has an extension.
  if (!file.startsWith('data/')) return /\.[a-z0-9]+$/i.test(file) ? null : 'pages'
  if (file === dataFiles.version) return null
  if (!HASHED_DATA_FOLDERS.some((folder) => file.startsWith(`data/${folder}/`))) return 'data'
  return file.endsWith('.json') ? 'hashed' : 'pictures'
}
