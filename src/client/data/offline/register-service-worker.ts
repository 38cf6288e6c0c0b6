import { onlineManager, type QueryClient } from '@tanstack/react-query'
import { pageOf } from '../../../shared/contract/list-pages.ts'
import { dataFiles, dataUrl, siteFiles } from '../../../shared/contract/permalinks.ts'
import { catalogQuery } from '../queries/bundle-query.ts'
import { isOffline, listenToConnection } from './connection.ts'
import { watchForUpdate } from './app-update.ts'

/**
 * Lets a service worker keep this reader and what is read with it. Begins once the page stands, so that
 * it delays nothing; a browser that refuses reads on without.
 */
export function registerServiceWorker(client: QueryClient): void {
  // What could not be loaded is tried again once there is a connection.
  onlineManager.setEventListener((setOnline) => {
    const tell = () => setOnline(!isOffline())
    tell()
    return listenToConnection(tell)
  })
  if (!('serviceWorker' in navigator)) return
  const begin = async () => {
    const base = import.meta.env.BASE_URL
    const isFirstVisit = navigator.serviceWorker.controller === null
    const registration = await navigator.serviceWorker.register(base + siteFiles.serviceWorker, { scope: base, updateViaCache: 'none' })
    watchForUpdate(registration)
    const { active } = await navigator.serviceWorker.ready
    const urlsToCache = await namesToKeep(client, isFirstVisit)
    active?.postMessage({ type: 'CACHE_URLS', payload: { urlsToCache } })
  }
  const beginQuietly = () => void begin().catch(() => undefined)
  if (document.readyState === 'complete') beginQuietly()
  else addEventListener('load', beginQuietly, { once: true })
}

/**
 * What the worker should fetch to keep: the newest stories, and on the first visit all that came before
 * the worker did.
 */
async function namesToKeep(client: QueryClient, isFirstVisit: boolean): Promise<string[]> {
  const { stories } = await client.query(catalogQuery)
  const newest = pageOf(Math.max(stories - 1, 0))
  // The newest page may hold a single story.
  const pages = [newest, newest - 1].filter((page) => page > 0 && stories > 0).map((page) => dataFiles.feedPage(page))
  const wanted = [dataFiles.catalog, dataFiles.months, ...pages].map((file) => new URL(dataUrl(import.meta.env.BASE_URL, file), location.origin).href)
  const seen = performance.getEntriesByType('resource').map(({ name }) => name)
  if (!isFirstVisit) return wanted.filter((url) => !seen.includes(url))
  return [...new Set([...wanted, ...seen, location.href.split('#')[0] ?? ''])].filter((url) => url.startsWith(location.origin))
}
