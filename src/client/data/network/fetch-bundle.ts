import { dataUrl } from '../../../shared/contract/permalinks.ts'
import type { BundleFiles } from './bundle-files.ts'
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

/** The answer is not the file: a login page, a part of it, or the file of another version. */
export class UnreadableFile extends Error {}

/** Milliseconds after which a request that has no answer fails. */
const GIVE_UP_AFTER = 30_000

/**
 * Fetches one JSON file of the bundle, and checks that it is of this kind. Fails with `MissingFile` when the server does
 * not have it, with `UnreadableFile` when it answers with anything else, and with a plain error when the request fails.
 * Without a `signal` the request is never aborted: other queries may wait for the same file.
 */
export function fetchBundle<K extends keyof BundleFiles>(kind: K, file: string, signal?: AbortSignal): Promise<BundleFiles[K]> {
  const silence = new Promise<never>((_, reject) => void setTimeout(reject, GIVE_UP_AFTER, new Error(`${file}: no answer`)))
  return Promise.race([silence, requestFile(kind, file, signal)])
}

async function requestFile<K extends keyof BundleFiles>(kind: K, file: string, signal?: AbortSignal): Promise<BundleFiles[K]> {
  const guards = import('./guards.ts')
  // It is awaited below; an earlier failure is the request's.
  guards.catch(() => undefined)
  // `no-cache` revalidates the cached copy: files keep their names across deploys.
  const response = await fetch(dataUrl(import.meta.env.BASE_URL, file), { cache: 'no-cache', signal: signal ?? null })
  if (response.status === 404 || response.status === 410) throw new MissingFile(file)
  if (response.status === NOT_CACHED_STATUS) throw new Error(`${file} is not on this device`)
  if (!response.ok) throw new Error(`${file}: the server answered ${response.status}`)
  const content: unknown = await response.json().catch(() => signal?.throwIfAborted())
  if (!(await guards).GUARDS[kind](content)) throw new UnreadableFile(file)
  return content
}
