import type { RouteHandler } from 'workbox-core/types.js'
import { ExpirationPlugin } from 'workbox-expiration/ExpirationPlugin.js'
import { matchPrecache } from 'workbox-precaching/matchPrecache.js'
import { registerRoute } from 'workbox-routing/registerRoute.js'
import { setCatchHandler } from 'workbox-routing/setCatchHandler.js'
import { CacheFirst } from 'workbox-strategies/CacheFirst.js'
import { NetworkFirst } from 'workbox-strategies/NetworkFirst.js'
import { NetworkOnly } from 'workbox-strategies/NetworkOnly.js'
import { cacheNameOf, cachedPageFor, NOT_CACHED_STATUS, withoutSearch, type CacheKind } from '../../shared/contract/cache-policy.ts'
import { dataFiles, siteFiles } from '../../shared/contract/permalinks.ts'
import { holdsAssetsOf } from './old-assets.ts'
import { LIMITS, PATIENCE } from './limits.ts'
import { fileOf, kindOf } from './scope-files.ts'
import { tellReachability, tellSilence } from './reachability.ts'
import { giveUpSilence, inTime } from './timeouts.ts'
import { wholeAnswers } from './cacheable-responses.ts'
import { worker } from './worker-scope.ts'

/** One page for all that its address asks of it. It is kept by its very address, as a host may answer another with another page, and found by every one. */
const onePage = {
  cacheKeyWillBeUsed: async ({ request, mode }: { request: Request; mode: string }) => {
    const url = withoutSearch(request.url)
    if (mode === 'write') return url
    const { scope } = worker.registration
    const cache = await caches.open(cacheNameOf('pages', scope))
    const kept = (await cache.keys()).map((one) => one.url)
    return cachedPageFor(url, kept, scope) ?? url
  },
}

const onlyWholePages = {
  cachedResponseWillBeUsed: async ({ cachedResponse }: { cachedResponse?: Response }) =>
    cachedResponse && (await holdsAssetsOf(cachedResponse)) ? cachedResponse : null,
}

/** A silent server is waited for no longer than until this: what is not kept is stood in for. */
const orStandIn = {
  cachedResponseWillBeUsed: async ({ cachedResponse, request }: { cachedResponse?: Response; request: Request }) =>
    cachedResponse ?? (await standIn(fileOf(request.url))),
}

/** Answers what the reader asks for: what is named by its content from what is kept, all else from the server while it answers. */
export function answerFromKept(): void {
  for (const kind of ['assets', 'pictures'] as const) route(kind, new CacheFirst(optionsOf(kind, tellReachability)))
  route('hashed', inTime(new CacheFirst(optionsOf('hashed', tellReachability, giveUpSilence))))
  // Files keep their names across deploys: the server is asked whether they are still right.
  const inDoubt = { networkTimeoutSeconds: PATIENCE, fetchOptions: { cache: 'no-cache' } } as const
  route('data', new NetworkFirst({ ...optionsOf('data', tellSilence, giveUpSilence, orStandIn), ...inDoubt }))
  route('pages', new NetworkFirst({ ...optionsOf('pages', tellSilence, giveUpSilence, onePage, onlyWholePages, orStandIn), ...inDoubt }))
  // Never kept, but a failure of it is not to be one in the console either.
  const plugins: object[] = [tellReachability, giveUpSilence]
  registerRoute(({ url }) => fileOf(url.href) === dataFiles.version, inTime(new NetworkOnly({ plugins })))
  setCatchHandler(async ({ url }) => (await standIn(fileOf(url.href))) ?? Response.error())
}

/** What answers for what is neither reached nor kept. */
async function standIn(file: string | null): Promise<Response | undefined> {
  const kind = kindOf(file)
  // The reader itself, which shows what it can and says what it can not.
  if (kind === 'pages') return matchPrecache(siteFiles.offlinePage)
  // The reader says so in its own words; a failure would be an error in the console too.
  return kind === 'data' || kind === 'hashed' || file === dataFiles.version ? new Response(null, { status: NOT_CACHED_STATUS }) : undefined
}

function route(kind: CacheKind, handler: RouteHandler): void {
  registerRoute(({ url }) => kindOf(fileOf(url.href)) === kind, handler)
}

function optionsOf(kind: CacheKind, ...more: object[]) {
  const cacheName = cacheNameOf(kind, worker.registration.scope)
  return { cacheName, plugins: [wholeAnswers(kind), new ExpirationPlugin(LIMITS[kind]), ...more] }
}
