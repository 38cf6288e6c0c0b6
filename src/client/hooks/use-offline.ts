import { useSyncExternalStore } from 'react'
import { isOffline, listenToConnection } from '../data/network/connection.ts'

/** Whether there is no connection; false while prerendering. */
export function useOffline(): boolean {
  return useSyncExternalStore(listenToConnection, isOffline, () => false)
}
