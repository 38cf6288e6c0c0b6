import { onlineManager, type QueryClient } from '@tanstack/react-query'
import { LIST_SIZE } from '../../../shared/contract/bundle.ts'
import { pageOf } from '../../../shared/contract/list-pages.ts'
import { dataFiles, dataUrl, siteFiles } from '../../../shared/contract/permalinks.ts'
import { catalogQuery } from '../queries/bundle-query.ts'
import { isOffline, listenToConnection } from '../network/connection.ts'
import { watchForUpdate } from './app-update.ts'

/**
 * Registers the service worker that caches the app and what was read. Waits for the page's `load` event, so
 * that it delays nothing; without service workers the app works online only.
 */
export function registerServiceWorker(client: QueryClient): void {
  // Failed queries are retried once there is a connection.
  onlineManager.setEventListener((setOnline) => {
    const update = () => setOnline(!isOffline())
    update()
    return listenToConnection(update)
  })
  if (!('serviceWorker' in navigator)) return
  const register = async () => {
    const base = import.meta.env.BASE_URL
    const isFirstVisit = navigator.serviceWorker.controller === null
    const registration = await navigator.serviceWorker.register(base + siteFiles.serviceWorker, { scope: base, updateViaCache: 'none' })
    watchForUpdate(registration)
    const { active } = await navigator.serviceWorker.ready
    const urlsToCache = await listUrlsToCache(client, isFirstVisit)
    active?.postMessage({ type: 'CACHE_URLS', payload: { urlsToCache } })
  }
  const registerQuietly = () => void register().catch(() => undefined)
  if (document.readyState === 'complete') registerQuietly()
  else addEventListener('load', registerQuietly, { once: true })
}

/** The newest stories that are cached for use without a connection. */
const CACHED_STORIES = 2 * LIST_SIZE

/** The newest stories; on the first visit also everything that was loaded before the service worker was active. */
async function listUrlsToCache(client: QueryClient, isFirstVisit: boolean): Promise<string[]> {
  const { stories } = await client.query(catalogQuery)
  const newest = pageOf(Math.max(stories - 1, 0))
  const oldest = pageOf(Math.max(stories - CACHED_STORIES, 0))
  const pages = stories === 0 ? [] : Array.from({ length: newest - oldest + 1 }, (_, at) => dataFiles.feedPage(oldest + at))
  const newestFiles = [dataFiles.catalog, dataFiles.months, ...pages].map((file) => new URL(dataUrl(import.meta.env.BASE_URL, file), location.origin).href)
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name)
  if (!isFirstVisit) return newestFiles.filter((url) => !loaded.includes(url))
  return [...new Set([...newestFiles, ...loaded, location.href.split('#')[0] ?? ''])].filter((url) => url.startsWith(location.origin))
}
