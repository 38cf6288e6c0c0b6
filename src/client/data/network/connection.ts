/** Whether the server can be reached, as far as the browser and the service worker know. */
import { dataFiles, dataUrl } from '../../../shared/contract/permalinks.ts'
import type { OfflineRequest } from '../../offline/offline-messages.ts'

/** Milliseconds between attempts to reach the server again. */
const RETRY_INTERVAL = 5000

/** The service worker could not reach the server, although the browser may report a connection. */
let isUnreachable = false
let timer: ReturnType<typeof setInterval> | undefined
const listeners = new Set<() => void>()

export function isOffline(): boolean {
  return !navigator.onLine || isUnreachable
}

/** For `useSyncExternalStore`. */
export function listenToConnection(listen: () => void): () => void {
  if (listeners.size === 0) watch()
  listeners.add(listen)
  return () => void listeners.delete(listen)
}

/** Starts with the first listener and lasts as long as the page. */
function watch(): void {
  if (timer !== undefined) return
  timer = setInterval(probe, RETRY_INTERVAL)
  addEventListener('online', () => {
    notify()
    probe()
  })
  addEventListener('offline', notify)
  // Missing on pages served without HTTPS.
  if (!('serviceWorker' in navigator)) return
  navigator.serviceWorker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (typeof data !== 'object' || data === null || !('isReachable' in data)) return
    isUnreachable = data.isReachable === false
    notify()
  })
  navigator.serviceWorker.startMessages()
  // The page's first requests were made before it could listen.
  navigator.serviceWorker.controller?.postMessage({ type: 'REPORT_REACHABILITY' } satisfies OfflineRequest)
}

function notify(): void {
  for (const listen of listeners) listen()
}

/** Requests a small file; the service worker reports whether that worked. */
function probe(): void {
  if (isUnreachable) void fetch(dataUrl(import.meta.env.BASE_URL, dataFiles.catalog)).catch(() => undefined)
}
