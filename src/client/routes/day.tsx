import type { ReactNode } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Navigate, useParams } from 'react-router-dom'
import { filterPath, parseFilter } from '../../shared/filter/feed-filter.ts'
import { DayEdition } from '../components/archive/day-edition.tsx'
import { useLanguage } from '../components/contexts/language.ts'
import { useSite } from '../components/contexts/site.ts'
import { dayPageQuery } from '../data/queries/day-query.ts'
import { usePageTitle } from '../hooks/navigation/use-page-title.ts'

/** The events of a day, from the page's data. Reached inside the app it is the day's feed instead. */
export function DayRoute(): ReactNode {
  const { day = '' } = useParams()
  const { formats } = useLanguage()
  const { title } = useSite()
  const { data } = useQuery(dayPageQuery(day))
  usePageTitle(data ? formats.weekday(day) : null, data && title)
  if (data) return <DayEdition page={data} />
  return <Navigate to={filterPath(parseFilter(null, new URLSearchParams({ after: day, before: day })))} replace />
}
