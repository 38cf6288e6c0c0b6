import { useEffect, useLayoutEffect, useState, useSyncExternalStore, type ReactNode } from 'react'
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { useRoutes, type RouteObject } from 'react-router-dom'
import type { Site } from '../shared/contract/site.ts'
import { LibraryContext } from './components/contexts/library.ts'
import { OfflineContext } from './components/contexts/offline.ts'
import { SiteProviders } from './components/contexts/site-providers.tsx'
import { isOffline, listenToConnection } from './data/network/connection.ts'
import { whenLibraryIsWanted } from './data/when-library-is-wanted.ts'
import { useFocusRecovery } from './hooks/navigation/use-focus-recovery.ts'
import { useHead } from './hooks/navigation/use-head.ts'
import { useLinkNavigation } from './hooks/navigation/use-link-navigation.ts'
import { useNow } from './hooks/use-now.ts'
import { useScrollRestoration } from './hooks/navigation/use-scroll-restoration.ts'
import type { LoadedLibrary } from './routes/library.tsx'

interface Props {
  readonly client: QueryClient
  readonly site: Site
  readonly routes: RouteObject[]
}

/** The whole app; the router around it decides which view it shows. */
export function App({ client, site, routes }: Props): ReactNode {
  const now = useNow()
  const isWithoutConnection = useSyncExternalStore(listenToConnection, isOffline, () => false)
  return (
    <QueryClientProvider client={client}>
      <SiteProviders site={site} now={now}>
        <OfflineContext value={isWithoutConnection}>
          <Views routes={routes} site={site} />
        </OfflineContext>
      </SiteProviders>
    </QueryClientProvider>
  )
}

const loadStoryView = () => import('./routes/story.tsx')

function Views({ routes, site }: Pick<Props, 'routes' | 'site'>): ReactNode {
  useHead(site)
  useLinkNavigation(loadStoryView)
  useFocusRecovery()
  const view = useRoutes(routes)
  const library = useLibraryParts()
  useScrollRestoration()
  // The page that the host sent for another address has been replaced: see `index.html`.
  useLayoutEffect(() => {
    delete document.documentElement.dataset['elsewhere']
  }, [])
  return (
    <LibraryContext value={library}>
      {view}
      {library && <library.Root />}
    </LibraryContext>
  )
}

/** Loads the user's library once it is wanted; null until then. */
function useLibraryParts(): LoadedLibrary | null {
  const [library, setLibrary] = useState<LoadedLibrary | null>(null)
  useEffect(
    () =>
      whenLibraryIsWanted((event) => {
        // Without it the app works as before.
        import('./routes/library.tsx').then(({ loadLibrary }) => loadLibrary(event)).then(setLibrary, () => undefined)
      }),
    [],
  )
  return library
}
