import { useEffect } from 'react'
import { useIsOffline } from '../components/contexts/offline.ts'
import { reloadIntoCachedPage } from '../data/offline/cached-page.ts'

/** Opens the view's prerendered page when its data can't be loaded offline but the page is cached. */
export function useCachedPageFallback(hasFailed: boolean): void {
  const isOffline = useIsOffline()
  useEffect(() => {
    if (hasFailed && isOffline) reloadIntoCachedPage().catch(() => undefined)
  }, [hasFailed, isOffline])
}
