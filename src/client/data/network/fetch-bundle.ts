import { dataUrl } from '../../../shared/contract/permalinks.ts'
import { NOT_CACHED_STATUS } from '../../offline/offline-messages.ts'

/** The file is not part of the deployed bundle. */
export class MissingFile extends Error {
  readonly file: string

  constructor(file: string) {
    super(`${file} is not in the bundle`)
    this.file = file
    this.name = 'MissingFile'
  }
}

/**
 * Fetches one JSON file of the bundle. Fails with `MissingFile` when the server does not have it (some
 * hosts answer with an HTML page instead), and with a plain error when the request fails. Without a
 * `signal` the request is never aborted: other queries may wait for the same file.
 */
export async function fetchBundle<T>(file: string, signal?: AbortSignal): Promise<T> {
  // `no-cache` revalidates the cached copy: files keep their names across deploys.
  const response = await fetch(dataUrl(import.meta.env.BASE_URL, file), { cache: 'no-cache', signal: signal ?? null })
  if (response.status === 404 || response.status === 410) throw new MissingFile(file)
  if (response.status === NOT_CACHED_STATUS) throw new Error(`${file} is not on this device`)
  if (!response.ok) throw new Error(`${file}: the server answered ${response.status}`)
  const text = await response.text()
  if (text.startsWith('<')) throw new MissingFile(file)
  return JSON.parse(text) as T
}
