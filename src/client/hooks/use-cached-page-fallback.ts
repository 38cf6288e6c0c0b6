import { useEffect } from 'react'
import { useIsOffline } from '../components/contexts/offline.ts'

/** Opens the view's prerendered page when its data can't be loaded offline but the page is cached. */
export function useCachedPageFallback(hasFailed: boolean): void {
  const isOffline = useIsOffline()
  useEffect(() => {
    if (!hasFailed || !isOffline) return
    const reload = async () => (await import('../data/offline/cached-page.ts')).reloadIntoCachedPage()
    reload().catch(() => undefined)
  }, [hasFailed, isOffline])
}
