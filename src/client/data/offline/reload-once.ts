import { dataFiles } from '../../../shared/contract/permalinks.ts'
import { fetchBundle } from '../network/fetch-bundle.ts'
import { readStored, store } from '../storage/storage.ts'

const KEY = 'newsfold:reloaded'
/** A second reload within this many milliseconds would be a loop. */
const MIN_INTERVAL = 10_000

/**
 * Reloads the page after a deploy has replaced its code or data. Returns false without reloading when the
 * page was reloaded a moment ago, or when storage is refused so that this is unknown.
 */
export function reloadOnce(): boolean {
  const last = Number(readStored('sessionStorage', KEY) ?? 0)
  if (Date.now() - last < MIN_INTERVAL || !store('sessionStorage', KEY, String(Date.now()))) return false
  location.reload()
  return true
}

/**
 * Handles a view whose code could not be fetched, probably because a deploy replaced it: reloads the page,
 * which names the new files. The promise never resolves while the page reloads; it rejects with `error` when
 * there is no connection or the page was reloaded a moment ago.
 */
export async function reloadForNewCode(error: unknown): Promise<never> {
  // The service worker never caches this file, so only the server can answer.
  const isReachable = await fetchBundle('version', dataFiles.version).then(() => true, () => false)
  if (isReachable && reloadOnce()) await new Promise(() => undefined)
  throw error
}
