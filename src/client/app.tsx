import { useMemo, type ReactNode } from 'react'
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { useRoutes } from 'react-router-dom'
import { LanguageContext, languageFor } from './components/language.ts'
import { OfflineContext } from './components/offline.ts'
import { useFocusKeeper } from './hooks/use-focus-keeper.ts'
import { useLinkNavigation } from './hooks/use-link-navigation.ts'
import { useNow } from './hooks/use-now.ts'
import { useOffline } from './hooks/use-offline.ts'
import { usePlace } from './hooks/use-place.ts'
import { routes } from './routes.tsx'

/** The whole reader; the router around it says which view. */
export function App({ client }: { client: QueryClient }): ReactNode {
  const now = useNow()
  const isOffline = useOffline()
  // The build writes the site's language into the page.
  const language = useMemo(() => languageFor(document.documentElement.lang || 'en'), [])
  const value = useMemo(() => ({ ...language, now }), [language, now])
  return (
    <QueryClientProvider client={client}>
      <LanguageContext value={value}>
        <OfflineContext value={isOffline}>
          <Views />
        </OfflineContext>
      </LanguageContext>
    </QueryClientProvider>
  )
}

function Views(): ReactNode {
  useLinkNavigation()
  useFocusKeeper()
  const view = useRoutes(routes)
  usePlace()
  return view
}
