import { cacheNames } from 'workbox-core/cacheNames.js'
import { CacheExpiration } from 'workbox-expiration/CacheExpiration.js'
import { getCacheKeyForURL } from 'workbox-precaching/getCacheKeyForURL.js'
import { cacheNameOf } from '../../shared/contract/cache-policy.ts'
import { ASSETS_LIMIT } from './limits.ts'
import { fileOf, isAsset } from './scope-files.ts'
import { worker } from './worker-scope.ts'

/**
 * Copies the previous version's scripts and styles out of the precache, from which Workbox would delete them:
 * open tabs and cached pages still request them.
 */
export async function cacheOldAssets(): Promise<void> {
  const name = cacheNameOf('assets', worker.registration.scope)
  const [precache, assets] = await Promise.all([caches.open(cacheNames.precache), caches.open(name)])
  const expiration = new CacheExpiration(name, ASSETS_LIMIT)
  for (const { url } of await precache.keys()) {
    const response = isAsset(fileOf(url)) && getCacheKeyForURL(url) === undefined ? await precache.match(url) : undefined
    if (response === undefined) continue
    await assets.put(url, response)
    await expiration.updateTimestamp(url)
  }
  await expiration.expireEntries()
}

/** Whether every script and style of a cached page is cached too; without them the page would not work. */
export async function hasAllAssetsOf(page: Response): Promise<boolean> {
  const html = await page.clone().text()
  const addresses = Array.from(html.matchAll(/\s(?:src|href)="([^"]+)"/g), ([, address = '']) => address)
  const { scope } = worker.registration
  const urls = addresses.filter((address) => URL.canParse(address, scope)).map((address) => new URL(address, scope).href)
  const responses = await Promise.all(urls.filter((url) => isAsset(fileOf(url))).map((url) => caches.match(url)))
  return !responses.includes(undefined)
}
