import { useSyncExternalStore } from 'react'
import { isUpdateReady, listenForUpdate } from '../data/offline/app-update.ts'

/** Whether a newer version of the app is waiting to be activated. */
export function useAppUpdate(): boolean {
  return useSyncExternalStore(listenForUpdate, isUpdateReady, () => false)
}
