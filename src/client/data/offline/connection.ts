/** Whether the server can be reached, as far as the system and the service worker know. */
import { dataFiles, dataUrl } from '../../../shared/contract/permalinks.ts'
import type { OfflineRequest } from '../../offline/offline-messages.ts'

/** Milliseconds until a server that was not reached is asked again. */
const PAUSE = 5000

/** The service worker did not reach the server, though the system may be on line. */
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

/** From the first listener on, for as long as the page is open. */
function watch(): void {
  if (timer !== undefined) return
  timer = setInterval(ask, PAUSE)
  addEventListener('online', () => {
    tell()
    ask()
  })
  addEventListener('offline', tell)
  // Not there where the page did not come by https.
  if (!('serviceWorker' in navigator)) return
  navigator.serviceWorker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (typeof data !== 'object' || data === null || !('isReachable' in data)) return
    isUnreachable = data.isReachable === false
    tell()
  })
  navigator.serviceWorker.startMessages()
  // What happened to this page's first requests, it was too young to hear.
  navigator.serviceWorker.controller?.postMessage({ type: 'TELL' } satisfies OfflineRequest)
}

function tell(): void {
  for (const listen of listeners) listen()
}

/** Asks for something small; the worker tells what comes of it. */
function ask(): void {
  if (isUnreachable) void fetch(dataUrl(import.meta.env.BASE_URL, dataFiles.catalog)).catch(() => undefined)
}
