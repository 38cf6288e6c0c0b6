/** The service worker: caches the app, and what was read with it, for use offline. */
import { clientsClaim } from 'workbox-core/clientsClaim.js'
import { setCacheNameDetails } from 'workbox-core/setCacheNameDetails.js'
import { addRoute } from 'workbox-precaching/addRoute.js'
import { getCacheKeyForURL } from 'workbox-precaching/getCacheKeyForURL.js'
import { precache } from 'workbox-precaching/precache.js'
import { CACHE_PREFIX } from '../../shared/contract/cache-policy.ts'
import { cacheOldAssets } from './old-assets.ts'
import type { OfflineRequest } from './offline-messages.ts'
import { notifyPages } from './reachability.ts'
import { registerRoutes } from './routes.ts'
import { worker } from './worker-scope.ts'

/** The files of the app, relative to the base path; defined by the build. `revision` is null for a file named by its content. */
declare const SHELL: { readonly url: string; readonly revision: string | null }[]

setCacheNameDetails({ prefix: CACHE_PREFIX, suffix: worker.registration.scope })
// Must run before Workbox deletes the previous version's files.
worker.addEventListener('install', (event) => event.waitUntil(cacheOldAssets()))
precache(SHELL)
// Exact URLs only: for a page, the server may have newer content than the precache.
addRoute({ directoryIndex: '', cleanURLs: false, ignoreURLParametersMatching: [] })
registerRoutes()
// Works from the first visit on.
clientsClaim()

worker.addEventListener('message', ({ data, ports }) => {
  const request = data as OfflineRequest | { readonly type: 'CACHE_URLS' }
  if (request.type === 'ACTIVATE') void worker.skipWaiting()
  if (request.type === 'REPORT_REACHABILITY') void notifyPages()
  if (request.type === 'HAS_FILES') ports[0]?.postMessage(request.urls.every((url) => getCacheKeyForURL(url) !== undefined))
})
