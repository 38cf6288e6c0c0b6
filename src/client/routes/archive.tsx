import type { ReactNode } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Navigate, useParams } from 'react-router-dom'
import { filterPath, parseFilter } from '../../shared/filter/feed-filter.ts'
import { pageName, pageWords } from '../../shared/words/pages.ts'
import { ArchiveIndex } from '../components/archive/archive-index.tsx'
import { FailedRequest } from '../components/chrome/failed-request.tsx'
import { useLanguage } from '../components/contexts/language.ts'
import { Loading } from '../components/chrome/loading.tsx'
import { MonthArchive } from '../components/archive/month-archive.tsx'
import { useSite } from '../components/contexts/site.ts'
import { allTopicsQuery, monthsQuery } from '../data/queries/bundle-query.ts'
import { monthPageQuery } from '../data/queries/month-query.ts'
import { usePageTitle } from '../hooks/navigation/use-page-title.ts'

/** All months and topics with stories. */
export function ArchiveRoute(): ReactNode {
  const { words } = useLanguage()
  const months = useQuery(monthsQuery)
  const topics = useQuery(allTopicsQuery)
  usePageTitle(words.archive, useSite().title)
  if (months.data && topics.data) return <ArchiveIndex months={months.data} topics={topics.data} />
  const retry = () => [months, topics].forEach((query) => query.isError && void query.refetch())
  return months.isError || topics.isError ? <FailedRequest onRetry={retry} isWholeView /> : <Loading />
}

/** The stories of a month as plain links, from the page's data. Reached inside the app it is the month's feed instead. */
export function MonthRoute(): ReactNode {
  const { month = '', page } = useParams()
  const { formats } = useLanguage()
  const { title } = useSite()
  const { data } = useQuery(monthPageQuery(month, page === undefined ? null : Number(page)))
  usePageTitle(data ? pageName(pageWords.monthTitle(formats.month(month)), data.page) : null, data && title)
  if (data) return <MonthArchive page={data} />
  const filter = parseFilter(null, new URLSearchParams({ after: month, before: month }))
  return <Navigate to={filterPath(filter)} replace />
}
