import { forEachConcurrent } from '../lib/concurrency.ts'
import { groupBy } from '../lib/collections.ts'
import { createFetch, FetchError } from '../network/fetch-address.ts'
import type { PictureStore } from './picture-store.ts'
import { isBitmap } from './resize-picture.ts'

/** Largest picture, in bytes, and longest wait for it, in ms. */
const MAX_BYTES = 10 * 1024 * 1024
const TIMEOUT = 20_000
/** Pictures that are fetched at once: in all, and from one host. */
const AT_ONCE = 8
const PER_HOST = 2
/** How long a failure is remembered before the picture is asked for again, in ms. */
const RETRY_AFTER = 24 * 60 * 60 * 1000
/** Pictures of a host that never answers that are tried in one build. */
const MAX_UNREACHABLE = 5

export interface FetchPictures {
  readonly store: PictureStore
  readonly allowPrivate: boolean
  readonly now: number
  readonly timeout?: number
  readonly onPicture: (address: string, picture: FetchedPicture) => Promise<void>
}

/** The bytes of a picture in a known format, or why there are none: a clause to follow `can't be kept: `. */
export type FetchedPicture = { readonly bytes: Uint8Array } | { readonly problem: string }

/** Asks the hosts of pictures for them, except for those that failed during the last day. */
export async function fetchPictures(addresses: Iterable<string>, { store, allowPrivate, now, timeout = TIMEOUT, onPicture }: FetchPictures): Promise<void> {
  const fetchAddress = createFetch({
    allowPrivate,
    privateRemedy: 'Set allowPrivate if it may be read',
    userAgent: 'Newsfold (pictures of a news reader)',
    accept: 'image/avif, image/webp, image/*;q=0.9',
    maxBytes: MAX_BYTES,
    timeout,
  })
  const fetchNew = async (address: string, host: HostState): Promise<FetchedPicture> => {
    const known = store.address(address)
    if (known !== null && 'problem' in known && now - known.time < RETRY_AFTER && known.time <= now) return known
    if (host.gaveUp !== null) return { problem: host.gaveUp }
    try {
      const bytes = (await fetchAddress(address, {}))?.bytes ?? new Uint8Array()
      host.hasAnswered = true
      if (!isBitmap(bytes)) throw new FetchError('it is not a JPEG, PNG, GIF, WebP or AVIF picture, whatever its name says')
      return { bytes }
    } catch (error) {
      if (!(error instanceof FetchError)) throw error
      if (error.kind === 'answered') host.hasAnswered = true
      else if (!host.hasAnswered && (error.kind === 'unknown-host' || ++host.unreachable >= MAX_UNREACHABLE)) host.gaveUp = error.message
      // Without a network, nothing is learnt about a picture.
      if (error.kind !== 'unknown-host') store.setAddress(address, { problem: error.message, time: now })
      return { problem: error.message }
    }
  }
  const connections = [...groupBy(addresses, (address) => new URL(address).host).values()].flatMap((own) => {
    const host: HostState = { hasAnswered: false, unreachable: 0, gaveUp: null }
    const queue = own.values()
    return Array.from({ length: PER_HOST }, () => ({ host, queue }))
  })
  await forEachConcurrent(connections, AT_ONCE, async ({ host, queue }) => {
    for (const address of queue) await onPicture(address, await fetchNew(address, host))
  })
}

interface HostState {
  hasAnswered: boolean
  unreachable: number
  /** Why its other pictures are not asked for in this build; null while they are. */
  gaveUp: string | null
}
