import { cachedPageFor, cacheNameOf } from '../../../shared/contract/cache-policy.ts'
import { reloadOnce } from './reload-once.ts'

/**
 * Reloads the page when the service worker has cached it: a prerendered page carries its own data, which
 * the view would otherwise have to fetch.
 */
export async function reloadIntoCachedPage(): Promise<void> {
  if (!('caches' in globalThis)) return
  const scope = new URL(import.meta.env.BASE_URL, location.origin).href
  const cache = await caches.open(cacheNameOf('pages', scope))
  const cached = (await cache.keys()).map(({ url }) => url)
  if (cachedPageFor(location.href, cached, scope) !== undefined) reloadOnce()
}
