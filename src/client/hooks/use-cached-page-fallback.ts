import { useEffect } from 'react'
import { useIsOffline } from '../components/contexts/offline.ts'
import { reloadIntoCachedPage } from '../data/offline/cached-page.ts'

/** Opens the view's own page where the service worker keeps that, though not the data behind it. */
export function useCachedPageFallback(hasFailed: boolean): void {
  const isOffline = useIsOffline()
  useEffect(() => {
    if (hasFailed && isOffline) reloadIntoCachedPage().catch(() => undefined)
  }, [hasFailed, isOffline])
}
