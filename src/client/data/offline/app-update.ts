/** Word of a newer version of the reader's own code, and the way to it. */
import type { OfflineRequest } from '../../offline/offline-messages.ts'

/** The worker that waits with a newer version; null for none. */
let waiting: ServiceWorker | null = null
const listeners = new Set<() => void>()

/** Watches for a newer version, now and whenever the tab comes back to the front. */
export function watchForUpdate(registration: ServiceWorkerRegistration): void {
  const consider = async () => {
    const { waiting: worker } = registration
    if (worker === null || worker === waiting || (await holdsThisReader(worker))) return
    waiting = worker
    for (const listen of listeners) listen()
  }
  // An answer to register() that is none, as of a browser told to block workers, stops nothing else.
  const considerQuietly = () => void consider().catch(() => undefined)
  considerQuietly()
  registration.addEventListener('updatefound', () => {
    const { installing } = registration
    installing?.addEventListener('statechange', considerQuietly)
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

/** Whether a newer version waits for the reader's word. */
export function isUpdateReady(): boolean {
  return waiting !== null
}

/** Loads the page anew with the newer version. Other tabs keep the one they have. */
export function reloadIntoUpdate(): void {
  // Another tab may have let it in already.
  if (waiting?.state !== 'installed') {
    location.reload()
    return
  }
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  waiting.postMessage({ type: 'ACTIVATE' } satisfies OfflineRequest)
}

/** A page that came from the server may be newer than the worker before: then there is nothing to tell. */
function holdsThisReader(worker: ServiceWorker): Promise<boolean> {
  const scripts = [...document.querySelectorAll<HTMLScriptElement>('script[src]')].map(({ src }) => src)
  const styles = [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')].map(({ href }) => href)
  const { port1, port2 } = new MessageChannel()
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data === true)
    worker.postMessage({ type: 'HOLDS', urls: [...scripts, ...styles] } satisfies OfflineRequest, [port2])
  })
}
