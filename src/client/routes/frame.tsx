import { lazy, Suspense, useState, type ReactNode } from 'react'
import { matchPath, Outlet, useLocation } from 'react-router-dom'
import { STORY_PATTERN } from '../../shared/contract/permalinks.ts'
import { BrokenView } from '../components/chrome/broken-view.tsx'
import { ErrorBoundary } from '../components/chrome/error-boundary.tsx'
import { useHydrated } from '../components/contexts/hydrated.ts'
import { useLanguage } from '../components/contexts/language.ts'
import { Loading } from '../components/chrome/loading.tsx'
import { Masthead } from '../components/chrome/masthead.tsx'
import { useSite } from '../components/contexts/site.ts'
import { SiteFooter } from '../components/chrome/site-footer.tsx'
import { reloadForNewCode } from '../data/offline/reload-once.ts'
import { Search } from './search.tsx'
import styles from './frame.module.css'

/** Loaded once the page is interactive. */
const UpdateBar = lazy(() => import('./update-bar.tsx').then((module) => ({ default: module.UpdateBar }), reloadForNewCode))

/** Loaded when it is opened. */
const Display = lazy(() => import('./display.tsx').then((module) => ({ default: module.Display }), reloadForNewCode))

/** The frame of every view: masthead, notices and footer. */
export function FrameRoute(): ReactNode {
  const { words } = useLanguage()
  const { key, pathname } = useLocation()
  const { title } = useSite()
  const isHydrated = useHydrated()
  const [isDisplayOpen, setDisplayOpen] = useState(false)

  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#content">
        {words.skipToContent}
      </a>
      <Masthead title={title} onShowDisplay={() => setDisplayOpen(true)}>
        <Search />
      </Masthead>
      {isDisplayOpen && (
        <Suspense>
          <Display onClose={() => setDisplayOpen(false)} />
        </Suspense>
      )}
      {isHydrated && (
        <Suspense>
          <UpdateBar />
        </Suspense>
      )}
      <main className={styles.content}>
        <ErrorBoundary view={key} onLeave={() => location.reload()} fallback={<BrokenView />}>
          {/* Another kind of view shows a loading state instead of the old view. */}
          <Suspense key={matchPath(STORY_PATTERN, pathname) ? 'story' : 'feed'} fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </ErrorBoundary>
      </main>
      <SiteFooter />
    </div>
  )
}
