/** Whether the server can be reached, as far as the system and the service worker know. */

let isUnreachable = false

/** For `useSyncExternalStore`. */
export function listenToConnection(listen: () => void): () => void {
  const onBrowser = () => {
    isUnreachable = false
    listen()
  }
  const onWorker = ({ data }: MessageEvent<unknown>) => {
    if (typeof data !== 'object' || data === null || !('isReachable' in data)) return
    isUnreachable = data.isReachable === false
    listen()
  }
  addEventListener('online', onBrowser)
  addEventListener('offline', onBrowser)
  // Not there where the page did not come by https.
  const workers = 'serviceWorker' in navigator ? navigator.serviceWorker : null
  workers?.addEventListener('message', onWorker)
  workers?.startMessages()
  return () => {
    removeEventListener('online', onBrowser)
    removeEventListener('offline', onBrowser)
    workers?.removeEventListener('message', onWorker)
  }
}

export function isOffline(): boolean {
  return !navigator.onLine || isUnreachable
}
