import { useLayoutEffect, type ReactNode } from 'react'
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { useRoutes, type RouteObject } from 'react-router-dom'
import type { Site } from '../shared/contract/site.ts'
import { OfflineContext } from './components/contexts/offline.ts'
import { SiteProviders } from './components/contexts/site-providers.tsx'
import { useFocusKeeper } from './hooks/navigation/use-focus-keeper.ts'
import { useHead } from './hooks/navigation/use-head.ts'
import { useLinkNavigation } from './hooks/navigation/use-link-navigation.ts'
import { useNow } from './hooks/use-now.ts'
import { useOffline } from './hooks/use-offline.ts'
import { useScrollRestoration } from './hooks/navigation/use-scroll-restoration.ts'

interface Props {
  readonly client: QueryClient
  readonly site: Site
  readonly routes: RouteObject[]
}

/** The whole reader; the router around it says which view. */
export function App({ client, site, routes }: Props): ReactNode {
  const now = useNow()
  const isOffline = useOffline()
  return (
    <QueryClientProvider client={client}>
      <SiteProviders site={site} now={now}>
        <OfflineContext value={isOffline}>
          <Views routes={routes} site={site} />
        </OfflineContext>
      </SiteProviders>
    </QueryClientProvider>
  )
}

function Views({ routes, site }: Pick<Props, 'routes' | 'site'>): ReactNode {
  useHead(site)
  useLinkNavigation()
  useFocusKeeper()
  const view = useRoutes(routes)
  useScrollRestoration()
  // What a host answered with for another address is gone: see `index.html`.
  useLayoutEffect(() => {
    delete document.documentElement.dataset['elsewhere']
  }, [])
  return view
}
