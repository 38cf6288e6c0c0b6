import { useEffect } from 'react'
import { useIsOffline } from '../components/contexts/offline.ts'

/** Opens the view's prerendered page when its data can't be loaded offline but the page is cached. */
export function useCachedPageFallback(hasFailed: boolean): void {
  const isOffline = useIsOffline()
  useEffect(() => {
    if (hasFailed && isOffline) import('../data/offline/cached-page.ts').then(({ reloadIntoCachedPage }) => reloadIntoCachedPage()).catch(() => undefined)
  }, [hasFailed, isOffline])
}
