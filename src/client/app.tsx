import { useLayoutEffect, useMemo, type ReactNode } from 'react'
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { useRoutes, type RouteObject } from 'react-router-dom'
import type { Site } from '../shared/site.ts'
import { LanguageContext, languageFor } from './components/language.ts'
import { OfflineContext } from './components/offline.ts'
import { SiteContext } from './components/site.ts'
import { useFocusKeeper } from './hooks/use-focus-keeper.ts'
import { useLinkNavigation } from './hooks/use-link-navigation.ts'
import { useNow } from './hooks/use-now.ts'
import { useOffline } from './hooks/use-offline.ts'
import { usePlace } from './hooks/use-place.ts'

interface Props {
  readonly client: QueryClient
  readonly site: Site
  readonly routes: RouteObject[]
}

/** The whole reader; the router around it says which view. */
export function App({ client, site, routes }: Props): ReactNode {
  const now = useNow()
  const isOffline = useOffline()
  const language = languageFor(site.language)
  const value = useMemo(() => ({ ...language, now }), [language, now])
  return (
    <QueryClientProvider client={client}>
      <SiteContext value={site}>
        <LanguageContext value={value}>
          <OfflineContext value={isOffline}>
            <Views routes={routes} />
          </OfflineContext>
        </LanguageContext>
      </SiteContext>
    </QueryClientProvider>
  )
}

function Views({ routes }: Pick<Props, 'routes'>): ReactNode {
  useLinkNavigation()
  useFocusKeeper()
  const view = useRoutes(routes)
  usePlace()
  // What a host answered with for another address is gone: see `index.html`.
  useLayoutEffect(() => {
    delete document.documentElement.dataset['elsewhere']
  }, [])
  return view
}
