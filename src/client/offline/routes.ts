import type { RouteHandler } from 'workbox-core/types.js'
import { ExpirationPlugin } from 'workbox-expiration/ExpirationPlugin.js'
import { matchPrecache } from 'workbox-precaching/matchPrecache.js'
import { registerRoute } from 'workbox-routing/registerRoute.js'
import { setCatchHandler } from 'workbox-routing/setCatchHandler.js'
import { CacheFirst } from 'workbox-strategies/CacheFirst.js'
import { NetworkFirst } from 'workbox-strategies/NetworkFirst.js'
import { NetworkOnly } from 'workbox-strategies/NetworkOnly.js'
import { cachedPageFor, cacheNameOf, withoutSearch, type CacheKind } from '../../shared/contract/cache-policy.ts'
import { dataFiles, siteFiles } from '../../shared/contract/permalinks.ts'
import { hasAllAssetsOf } from './old-assets.ts'
import { FALLBACK_AFTER, LIMITS } from './limits.ts'
import { fileOf, kindOf } from './scope-files.ts'
import { NOT_CACHED_STATUS } from './offline-messages.ts'
import { reportFallback, reportReachability } from './reachability.ts'
import { abortSlowRequests, withTimeout } from './timeouts.ts'
import { onlyCompleteResponses } from './cacheable-responses.ts'
import { worker } from './worker-scope.ts'

/** One cached page for all search parameters. A page is written under its exact path, because a host may answer another path with another page, and read by any equivalent path. */
const ignoreSearch = {
  cacheKeyWillBeUsed: async ({ request, mode }: { request: Request; mode: string }) => {
    const url = withoutSearch(request.url)
    if (mode === 'write') return url
    const { scope } = worker.registration
    const cache = await caches.open(cacheNameOf('pages', scope))
    const cached = (await cache.keys()).map((one) => one.url)
    return cachedPageFor(url, cached, scope) ?? url
  },
}

const onlyPagesWithAssets = {
  cachedResponseWillBeUsed: async ({ cachedResponse }: { cachedResponse?: Response }) =>
    cachedResponse && (await hasAllAssetsOf(cachedResponse)) ? cachedResponse : null,
}

/** Answers with a fallback when the server is slow and the cache has nothing. */
const orFallback = {
  cachedResponseWillBeUsed: async ({ cachedResponse, request }: { cachedResponse?: Response; request: Request }) =>
    cachedResponse ?? (await fallbackFor(fileOf(request.url))),
}

/** Registers a strategy for each kind of file: cache first for files named by their content, network first for all others. */
export function registerRoutes(): void {
  for (const kind of ['assets', 'pictures'] as const) route(kind, new CacheFirst(optionsOf(kind, reportReachability)))
  route('hashed', withTimeout(new CacheFirst(optionsOf('hashed', reportReachability, abortSlowRequests))))
  // Files keep their names across deploys, so every request is revalidated.
  const revalidated = { networkTimeoutSeconds: FALLBACK_AFTER, fetchOptions: { cache: 'no-cache' } } as const
  route('data', new NetworkFirst({ ...optionsOf('data', reportFallback, abortSlowRequests, orFallback), ...revalidated }))
  route('pages', new NetworkFirst({ ...optionsOf('pages', reportFallback, abortSlowRequests, ignoreSearch, onlyPagesWithAssets, orFallback), ...revalidated }))
  // Never cached, but a failed request would be an error in the console.
  const plugins: object[] = [reportReachability, abortSlowRequests]
  registerRoute(({ url }) => fileOf(url.href) === dataFiles.version, withTimeout(new NetworkOnly({ plugins })))
  setCatchHandler(async ({ url }) => (await fallbackFor(fileOf(url.href))) ?? Response.error())
}

/** The response for a file that is neither reachable nor cached. */
async function fallbackFor(file: string | null): Promise<Response | undefined> {
  const kind = kindOf(file)
  // The app itself, which explains what it cannot show.
  if (kind === 'pages') return matchPrecache(siteFiles.offlinePage)
  // The app shows its own message; a failed request would also be an error in the console.
  return kind === 'data' || kind === 'hashed' || file === dataFiles.version ? new Response(null, { status: NOT_CACHED_STATUS }) : undefined
}

function route(kind: CacheKind, handler: RouteHandler): void {
  registerRoute(({ url }) => kindOf(fileOf(url.href)) === kind, handler)
}

function optionsOf(kind: CacheKind, ...more: object[]) {
  const cacheName = cacheNameOf(kind, worker.registration.scope)
  return { cacheName, plugins: [onlyCompleteResponses(kind), new ExpirationPlugin(LIMITS[kind]), ...more] }
}
