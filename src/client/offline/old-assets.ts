import { cacheNames } from 'workbox-core/cacheNames.js'
import { CacheExpiration } from 'workbox-expiration/CacheExpiration.js'
import { getCacheKeyForURL } from 'workbox-precaching/getCacheKeyForURL.js'
import { cacheNameOf } from '../../shared/contract/cache-policy.ts'
import { ASSETS_LIMIT } from './limits.ts'
import { fileOf, isAsset } from './scope-files.ts'
import { worker } from './worker-scope.ts'

/**
 * Keeps the scripts and styles of deploys before, which this worker's shell no longer names and Workbox
 * will clear away: tabs that are open, and pages that were kept, still ask for them.
 */
export async function keepOldAssets(): Promise<void> {
  const name = cacheNameOf('assets', worker.registration.scope)
  const [shell, kept] = await Promise.all([caches.open(cacheNames.precache), caches.open(name)])
  const expiration = new CacheExpiration(name, ASSETS_LIMIT)
  for (const { url } of await shell.keys()) {
    const response = isAsset(fileOf(url)) && getCacheKeyForURL(url) === undefined ? await shell.match(url) : undefined
    if (response === undefined) continue
    await kept.put(url, response)
    await expiration.updateTimestamp(url)
  }
  await expiration.expireEntries()
}

/** Whether everything a kept page loads is kept too: without it, the page would come without its script. */
export async function holdsAssetsOf(page: Response): Promise<boolean> {
  const html = await page.clone().text()
  const named = Array.from(html.matchAll(/\s(?:src|href)="([^"]+)"/g), ([, address = '']) => address)
  const { scope } = worker.registration
  const urls = named.filter((address) => URL.canParse(address, scope)).map((address) => new URL(address, scope).href)
  const found = await Promise.all(urls.filter((url) => isAsset(fileOf(url))).map((url) => caches.match(url)))
  return !found.includes(undefined)
}
