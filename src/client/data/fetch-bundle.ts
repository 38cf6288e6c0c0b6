import { NOT_CACHED_STATUS } from '../../shared/contract/cache-policy.ts'
import { dataUrl } from '../../shared/contract/permalinks.ts'

/** The file is not part of the bundle that is deployed now. */
export class MissingFile extends Error {
  readonly file: string

  constructor(file: string) {
    super(`${file} is not in the bundle`)
    this.file = file
    this.name = 'MissingFile'
  }
}

/**
 * One JSON file of the bundle. Fails with `MissingFile` where the server has none (some hosts
 * answer with a page instead), with a plain error where it could not be asked. Without a `signal`
 * it is never given up half-way: other queries may wait for the same file.
 */
export async function fetchBundle<T>(file: string, signal?: AbortSignal): Promise<T> {
  // `no-cache` asks whether the kept copy is still right: files keep their names across deploys.
  const response = await fetch(dataUrl(import.meta.env.BASE_URL, file), { cache: 'no-cache', signal: signal ?? null })
  if (response.status === 404 || response.status === 410) throw new MissingFile(file)
  if (response.status === NOT_CACHED_STATUS) throw new Error(`${file} is not on this device`)
  if (!response.ok) throw new Error(`${file}: the server answered ${response.status}`)
  const text = await response.text()
  if (text.startsWith('<')) throw new MissingFile(file)
  return JSON.parse(text) as T
}
