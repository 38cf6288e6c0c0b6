/** The service worker: keeps the reader, and what was read with it, for when there is no connection. */
import { clientsClaim } from 'workbox-core/clientsClaim.js'
import { setCacheNameDetails } from 'workbox-core/setCacheNameDetails.js'
import { addRoute } from 'workbox-precaching/addRoute.js'
import { getCacheKeyForURL } from 'workbox-precaching/getCacheKeyForURL.js'
import { precache } from 'workbox-precaching/precache.js'
import { CACHE_PREFIX } from '../../shared/contract/cache-policy.ts'
import { keepOldAssets } from './old-assets.ts'
import type { OfflineRequest } from './offline-messages.ts'
import { tellPages } from './reachability.ts'
import { answerFromKept } from './routes.ts'
import { worker } from './worker-scope.ts'

/** The reader's own files, relative to the base path; written by the build. A revision of null: named by its content. */
declare const SHELL: { readonly url: string; readonly revision: string | null }[]

setCacheNameDetails({ prefix: CACHE_PREFIX, suffix: worker.registration.scope })
// Before what follows clears old files away.
worker.addEventListener('install', (event) => event.waitUntil(keepOldAssets()))
precache(SHELL)
// Exact addresses only: what a page shows may be newer than what was kept.
addRoute({ directoryIndex: '', cleanURLs: false, ignoreURLParametersMatching: [] })
answerFromKept()
// The first visit counts as one.
clientsClaim()

worker.addEventListener('message', ({ data, ports }) => {
  const request = data as OfflineRequest | { readonly type: 'CACHE_URLS' }
  if (request.type === 'ACTIVATE') void worker.skipWaiting()
  if (request.type === 'TELL') void tellPages()
  if (request.type === 'HOLDS') ports[0]?.postMessage(request.urls.every((url) => getCacheKeyForURL(url) !== undefined))
})
