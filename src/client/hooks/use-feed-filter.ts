import { useMemo } from 'react'
import { useLocation, useParams } from 'react-router-dom'
import { filterPath, parseFilter, type FeedFilter } from '../../shared/feed-filter.ts'

/** The filter the URL holds, and the one permalink it should have; null when it stands there already. */
export function useFeedFilter(): { filter: FeedFilter; moveTo: string | null } {
  const { slug } = useParams()
  const { pathname, search } = useLocation()
  return useMemo(() => {
    const filter = parseFilter(slug ?? null, new URLSearchParams(search))
    const path = filterPath(filter)
    return { filter, moveTo: isSame(path, pathname + search) ? null : path }
  }, [slug, pathname, search])
}

/** Whether two paths differ at most in how their characters are escaped. */
function isSame(a: string, b: string): boolean {
  return a === b || (a.endsWith('/') === b.endsWith('/') && new URL(a, location.origin).href === new URL(b, location.origin).href)
}
