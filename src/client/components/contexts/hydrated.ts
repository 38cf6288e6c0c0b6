import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/**
 * False in the build and during hydration, when the page must match the prerendered HTML. True from then on.
 */
export function useHydrated(): boolean {
  return useSyncExternalStore(never, () => true, () => false)
}
