import { useEffect } from 'react'
import { useIsOffline } from '../components/contexts/offline.ts'
import { reloadIntoKeptPage } from '../data/offline/cached-page.ts'

/** Opens the view's own page where the service worker keeps that, though not the data behind it. */
export function useKeptPage(hasFailed: boolean): void {
  const isOffline = useIsOffline()
  useEffect(() => {
    if (hasFailed && isOffline) reloadIntoKeptPage().catch(() => undefined)
  }, [hasFailed, isOffline])
}
