/** Detects a newer version of the app that is waiting to be activated. */
import type { OfflineRequest } from '../../offline/offline-messages.ts'

/** The service worker of the newer version; null when there is none. */
let waiting: ServiceWorker | null = null
const listeners = new Set<() => void>()

/** Checks for an update now, and whenever the tab becomes visible. */
export function watchForUpdate(registration: ServiceWorkerRegistration): void {
  const check = async () => {
    const { waiting: worker } = registration
    if (worker === null || worker === waiting || (await hasCurrentFiles(worker))) return
    waiting = worker
    for (const listen of listeners) listen()
  }
  // A browser that blocks service workers may return an unusable registration.
  const checkQuietly = () => void check().catch(() => undefined)
  checkQuietly()
  registration.addEventListener('updatefound', () => {
    const { installing } = registration
    installing?.addEventListener('statechange', checkQuietly)
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') registration.update().catch(() => undefined)
  })
}

/** For `useSyncExternalStore`. */
export function listenForUpdate(listen: () => void): () => void {
  listeners.add(listen)
  return () => void listeners.delete(listen)
}

/** Whether a newer version is waiting. */
export function isUpdateReady(): boolean {
  return waiting !== null
}

/** Activates the newer version and reloads this tab; other tabs stay on their version. */
export function reloadIntoUpdate(): void {
  const reload = () => location.reload()
  // Another tab may have activated it already.
  if (waiting?.state !== 'installed') {
    reload()
    return
  }
  navigator.serviceWorker.addEventListener('controllerchange', reload, { once: true })
  // A still newer version may replace it before it gets the message.
  waiting.addEventListener('statechange', ({ target }) => (target as ServiceWorker).state === 'redundant' && reload())
  waiting.postMessage({ type: 'ACTIVATE' } satisfies OfflineRequest)
}

/** Whether this page already runs the waiting worker's version: a page from the server may be newer than the active worker. */
function hasCurrentFiles(worker: ServiceWorker): Promise<boolean> {
  const scripts = [...document.querySelectorAll<HTMLScriptElement>('script[src]')].map(({ src }) => src)
  const styles = [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')].map(({ href }) => href)
  const { port1, port2 } = new MessageChannel()
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data === true)
    worker.postMessage({ type: 'HAS_FILES', urls: [...scripts, ...styles] } satisfies OfflineRequest, [port2])
  })
}
