import { dataFiles } from '../../../shared/contract/permalinks.ts'
import { fetchBundle } from '../fetch-bundle.ts'
import { readStored, store } from '../storage.ts'

const KEY = 'newsfold:reloaded'
/** A second reload within this many milliseconds would be a loop. */
const PAUSE = 10_000

/**
 * Loads the page anew, for code or data that a new deploy has replaced. Never twice in a row, nor where that
 * can't be told because storage is refused: then it returns false.
 */
export function reloadOnce(): boolean {
  const last = Number(readStored('sessionStorage', KEY) ?? 0)
  if (Date.now() - last < PAUSE || !store('sessionStorage', KEY, String(Date.now()))) return false
  location.reload()
  return true
}

/**
 * For a view whose code could not be fetched: a new deploy has replaced it, and only a fresh page
 * names the new one. Never resolves when the page is on its way; rejects with `error` when it did
 * not help before, or when there is no connection to reload by.
 */
export async function reloadForNewCode(error: unknown): Promise<never> {
  // Of all files, the service worker has never kept this one: the server itself answers.
  const isReachable = await fetchBundle(dataFiles.version).then(() => true, () => false)
  if (isReachable && reloadOnce()) await new Promise(() => undefined)
  throw error
}
