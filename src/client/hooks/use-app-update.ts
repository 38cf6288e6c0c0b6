import { useSyncExternalStore } from 'react'
import { isNewReaderThere, listenForNewReader } from '../data/offline/app-update.ts'

/** Whether a newer version of the reader waits to be loaded. */
export function useNewReader(): boolean {
  return useSyncExternalStore(listenForNewReader, isNewReaderThere, () => false)
}
