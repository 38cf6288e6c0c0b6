import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react'
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
import { applyTheme, readTheme, storeTheme, type Theme } from '../data/storage/theme.ts'
import styles from './frame.module.css'

/** Loaded once the page is interactive. */
const UpdateBar = lazy(() => import('./update-bar.tsx').then((module) => ({ default: module.UpdateBar }), reloadForNewCode))

const NEXT_THEME: Readonly<Record<Theme, Theme>> = { system: 'light', light: 'dark', dark: 'system' }

/** The frame of every view: masthead, notices and footer. */
export function FrameRoute({ search }: { readonly search: ReactNode }): ReactNode {
  const { words } = useLanguage()
  const { key, pathname } = useLocation()
  const { title } = useSite()
  const isHydrated = useHydrated()
  const [theme, setTheme] = useState(readTheme)
  useEffect(() => applyTheme(theme), [theme])
  const toggleTheme = () => {
    storeTheme(NEXT_THEME[theme])
    setTheme(NEXT_THEME[theme])
  }

  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#content">
        {words.skipToContent}
      </a>
      <Masthead title={title} theme={isHydrated ? theme : 'system'} onToggleTheme={toggleTheme}>
        <Suspense>{search}</Suspense>
      </Masthead>
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
