/** Replaces the service worker when the app is built without one: deletes its caches and unregisters it. */
import { CacheExpiration } from 'workbox-expiration/CacheExpiration.js'
import { CACHE_PREFIX } from '../../shared/contract/cache-policy.ts'
import { worker } from './worker-scope.ts'

worker.addEventListener('install', () => void worker.skipWaiting())
worker.addEventListener('activate', (event) => event.waitUntil(uninstall()))

async function uninstall(): Promise<void> {
  const { scope } = worker.registration
  // Another Newsfold site on the same origin keeps its caches.
  const own = (await caches.keys()).filter((name) => name.startsWith(`${CACHE_PREFIX}-`) && name.endsWith(`-${scope}`))
  await Promise.all(own.map((name) => caches.delete(name)))
  // Workbox stores the time of each file's last use separately.
  await Promise.all(own.map((name) => new CacheExpiration(name, { maxEntries: 1 }).delete()))
  await worker.registration.unregister()
}
