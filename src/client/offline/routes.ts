import { ExpirationPlugin } from 'workbox-expiration/ExpirationPlugin.js'
import { matchPrecache } from 'workbox-precaching/matchPrecache.js'
import { registerRoute } from 'workbox-routing/registerRoute.js'
import { setCatchHandler } from 'workbox-routing/setCatchHandler.js'
import { CacheFirst } from 'workbox-strategies/CacheFirst.js'
import { NetworkFirst } from 'workbox-strategies/NetworkFirst.js'
import { NetworkOnly } from 'workbox-strategies/NetworkOnly.js'
import { cacheNameOf, NOT_KEPT, type KeptKind } from '../../shared/kept-files.ts'
import { dataFiles, siteFiles } from '../../shared/permalinks.ts'
import { holdsAssetsOf } from './kept-assets.ts'
import { LIMITS, PATIENCE } from './limits.ts'
import { fileOf, kindOf } from './own-files.ts'
import { tellReachability } from './reachability.ts'
import { wholeAnswers } from './whole-answers.ts'
import { worker } from './worker-scope.ts'

/** One page for all that its address asks of it. */
const onePage = {
  cacheKeyWillBeUsed: ({ request }: { request: Request }) => Promise.resolve(request.url.split(/[?#]/)[0] ?? ''),
}

const onlyWholePages = {
  cachedResponseWillBeUsed: async ({ cachedResponse }: { cachedResponse?: Response }) =>
    cachedResponse && (await holdsAssetsOf(cachedResponse)) ? cachedResponse : null,
}

/** Answers what the reader asks for: what is named by its content from what is kept, all else from the server while it answers. */
export function answerFromKept(): void {
  for (const kind of ['assets', 'hashed', 'pictures'] as const) route(kind, new CacheFirst(optionsOf(kind)))
  // Files keep their names across deploys: the server is asked whether they are still right.
  route('data', new NetworkFirst({ ...optionsOf('data'), networkTimeoutSeconds: PATIENCE, fetchOptions: { cache: 'no-cache' } }))
  const pages = optionsOf('pages', onePage, onlyWholePages)
  route('pages', new NetworkFirst({ ...pages, networkTimeoutSeconds: PATIENCE, fetchOptions: { cache: 'no-cache' } }))
  // Never kept, but a failure of it is not to be one in the console either.
  registerRoute(({ url }) => fileOf(url.href) === dataFiles.version, new NetworkOnly({ plugins: [tellReachability] }))
  setCatchHandler(async ({ url }) => (await standIn(fileOf(url.href))) ?? Response.error())
}

/** What answers for what is neither reached nor kept. */
async function standIn(file: string | null): Promise<Response | undefined> {
  const kind = kindOf(file)
  // The reader itself, which shows what it can and says what it can not.
  if (kind === 'pages') return matchPrecache(siteFiles.offlinePage)
  // The reader says so in its own words; a failure would be an error in the console too.
  return kind === 'data' || kind === 'hashed' || file === dataFiles.version ? new Response(null, { status: NOT_KEPT }) : undefined
}

function route(kind: KeptKind, strategy: CacheFirst | NetworkFirst): void {
  registerRoute(({ url }) => kindOf(fileOf(url.href)) === kind, strategy)
}

function optionsOf(kind: KeptKind, ...more: object[]) {
  const cacheName = cacheNameOf(kind, worker.registration.scope)
  return { cacheName, plugins: [wholeAnswers(kind), tellReachability, new ExpirationPlugin(LIMITS[kind]), ...more] }
}
