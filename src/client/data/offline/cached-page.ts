import { cacheNameOf, cachedPageFor } from '../../../shared/contract/cache-policy.ts'
import { reloadOnce } from './reload-once.ts'

/**
 * A page that was opened by its address carries what it shows, and was kept so; within the reader the same
 * view asks for data that may not be kept. Loads the page anew where it is kept and says more than an
 * empty one.
 */
export async function reloadIntoCachedPage(): Promise<void> {
  if (!('caches' in globalThis)) return
  const scope = new URL(import.meta.env.BASE_URL, location.origin).href
  const cache = await caches.open(cacheNameOf('pages', scope))
  const kept = (await cache.keys()).map(({ url }) => url)
  if (cachedPageFor(location.href, kept, scope) !== undefined) reloadOnce()
}
