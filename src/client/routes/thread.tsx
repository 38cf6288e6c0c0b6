import { lazy, Suspense, type ReactNode } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Navigate, useParams } from 'react-router-dom'
import { ThreadArchive } from '../components/archive/thread-archive.tsx'
import { FailedRequest } from '../components/chrome/failed-request.tsx'
import { Loading } from '../components/chrome/loading.tsx'
import { useSite } from '../components/contexts/site.ts'
import { MissingFile } from '../data/network/fetch-bundle.ts'
import { threadQuery } from '../data/queries/day-query.ts'
import { usePageTitle } from '../hooks/navigation/use-page-title.ts'
import { reloadForNewCode } from '../data/offline/reload-once.ts'
import { threadPath } from '../../shared/contract/permalinks.ts'
import { pageName, pageWords } from '../../shared/words/pages.ts'

/** Rarely shown. */
const NotFound = lazy(() => import('./not-found.tsx').then((module) => ({ default: module.NotFoundRoute }), reloadForNewCode))

/** The stories of a thread. */
export function ThreadRoute(): ReactNode {
  const { slug = '', page } = useParams()
  const { title } = useSite()
  const isPage = page === undefined || /^[1-9]\d{0,6}$/.test(page)
  const { data, error, refetch } = useQuery(threadQuery(slug, isPage && page !== undefined ? Number(page) : null))
  const isGone = error instanceof MissingFile
  usePageTitle(data ? pageName(pageWords.threadTitle(data.title), data.page) : null, isGone ? undefined : title)
  if (!isPage || (isGone && page !== undefined)) return <Navigate to={threadPath(slug)} replace />
  if (data) return <ThreadArchive page={data} />
  if (isGone) return (
    <Suspense fallback={<Loading />}>
      <NotFound />
    </Suspense>
  )
  return error ? <FailedRequest onRetry={() => void refetch()} isWholeView /> : <Loading />
}
