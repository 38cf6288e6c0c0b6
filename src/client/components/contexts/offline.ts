import { createContext, useContext } from 'react'

/** Whether there is no connection. */
export const OfflineContext = createContext(false)

export function useIsOffline(): boolean {
  return useContext(OfflineContext)
}
