import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/**
 * False in the build, and while the reader takes over a page the build has made: until then nothing may
 * differ that only this browser knows. True from then on.
 */
export function useHydrated(): boolean {
  return useSyncExternalStore(never, () => true, () => false)
}
