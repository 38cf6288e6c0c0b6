import { useMemo } from 'react'
import { matchPath, useLocation } from 'react-router-dom'
import { decodeSegment } from '../../../shared/text/safe-decode.ts'
import { filterPath, parseFilter, type FeedFilter } from '../../../shared/filter/feed-filter.ts'
import { FEED_PATTERN, TOPIC_PATTERN } from '../../../shared/contract/permalinks.ts'

/** The filter the URL holds, and the one permalink it should have; null when it stands there already. */
export function useFeedFilter(): { filter: FeedFilter; moveTo: string | null } {
  const { pathname, search } = useLocation()
  return useMemo(() => {
    const filter = filterAt(pathname, search)
    const path = filterPath(filter)
    return { filter, moveTo: isSame(path, pathname + search) ? null : path }
  }, [pathname, search])
}

/** Whether a feed stands at a path under the base. */
export function isFeedPath(pathname: string): boolean {
  return [FEED_PATTERN, TOPIC_PATTERN].some((pattern) => matchPath(pattern, pathname) !== null)
}

/** The filter an address under the base holds. */
export function filterAt(pathname: string, search: string): FeedFilter {
  const topic = matchPath(TOPIC_PATTERN, pathname)?.params['slug']
  return parseFilter(topic === undefined ? null : decodeSegment(topic), new URLSearchParams(search))
}

/** Signs that are written in one way only. */
const PLAIN = /^[\w/-]*$/

/** Whether two paths differ at most in how their characters are escaped. */
function isSame(a: string, b: string): boolean {
  if (a === b || PLAIN.test(a + b)) return a === b
  return a.endsWith('/') === b.endsWith('/') && toHref(a) === toHref(b)
}

function toHref(path: string): string {
  return new URL(path, 'https://any.invalid').href
}
