import { useSyncExternalStore } from 'react'
import { isUpdateReady, listenForUpdate } from '../data/offline/app-update.ts'

/** Whether a newer version of the reader waits to be loaded. */
export function useAppUpdate(): boolean {
  return useSyncExternalStore(listenForUpdate, isUpdateReady, () => false)
}
