import { Suspense, useState, type ReactNode } from 'react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Outlet, useLocation } from 'react-router-dom'
import { BrokenView } from '../components/broken-view.tsx'
import { ErrorBoundary } from '../components/error-boundary.tsx'
import { useLanguage } from '../components/language.ts'
import { Loading } from '../components/loading.tsx'
import { Masthead } from '../components/masthead.tsx'
import { NewStories } from '../components/new-stories.tsx'
import { SiteFooter } from '../components/site-footer.tsx'
import { catalogQuery, deployedCatalogQuery } from '../data/bundle-query.ts'
import { catchUp } from '../data/query-client.ts'
import { chooseTheme, readTheme, type Theme } from '../data/reader-state.ts'
import styles from './frame.module.css'

const NEXT_THEME: Readonly<Record<Theme, Theme>> = { system: 'light', light: 'dark', dark: 'system' }

/** What stands around every view: masthead, footer, and word of newer stories. */
export function FrameRoute(): ReactNode {
  const { words } = useLanguage()
  const { key } = useLocation()
  const client = useQueryClient()
  const catalog = useQuery(catalogQuery)
  const deployed = useQuery({
    ...deployedCatalogQuery,
    enabled: catalog.isSuccess,
    ...(catalog.data && { initialData: catalog.data }),
  })
  const [theme, setTheme] = useState(readTheme)
  const turnTheme = () => {
    chooseTheme(NEXT_THEME[theme])
    setTheme(NEXT_THEME[theme])
  }
  const showNewStories = () => {
    scrollTo(0, 0)
    void catchUp(client)
  }
  const title = catalog.data?.site.title ?? document.title
  const isOutdated = catalog.data && deployed.data && catalog.data.version !== deployed.data.version

  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#content">
        {words.skipToContent}
      </a>
      <Masthead title={title} theme={theme} onTurnTheme={turnTheme} />
      {isOutdated === true && <NewStories onShow={showNewStories} />}
      <main id="content" className={styles.content} tabIndex={-1}>
        <ErrorBoundary view={key} fallback={<BrokenView />}>
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </ErrorBoundary>
      </main>
      <SiteFooter />
    </div>
  )
}
