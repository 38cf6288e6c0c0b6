/** What takes the service worker's place when a reader is built without: it clears what was kept, and goes. */
import { CacheExpiration } from 'workbox-expiration/CacheExpiration.js'
import { CACHE_PREFIX } from '../../shared/contract/cache-policy.ts'
import { worker } from './worker-scope.ts'

worker.addEventListener('install', () => void worker.skipWaiting())
worker.addEventListener('activate', (event) => event.waitUntil(retire()))

async function retire(): Promise<void> {
  const { scope } = worker.registration
  // Other readers of this origin keep theirs.
  const own = (await caches.keys()).filter((name) => name.startsWith(`${CACHE_PREFIX}-`) && name.endsWith(`-${scope}`))
  await Promise.all(own.map((name) => caches.delete(name)))
  // When each file was last used is kept beside them.
  await Promise.all(own.map((name) => new CacheExpiration(name, { maxEntries: 1 }).delete()))
  await worker.registration.unregister()
}
