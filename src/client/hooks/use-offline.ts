import { useSyncExternalStore } from 'react'
import { isOffline, listenToConnection } from '../data/offline/connection.ts'

/** Whether there is no connection; a page that is prerendered has one. */
export function useOffline(): boolean {
  return useSyncExternalStore(listenToConnection, isOffline, () => false)
}
