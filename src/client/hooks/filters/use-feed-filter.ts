import { useMemo, useSyncExternalStore } from 'react'
import { matchPath, useLocation } from 'react-router-dom'
import { libraryFilter } from '../../data/library-filter.ts'
import { decodeSegment } from '../../../shared/text/safe-decode.ts'
import { filterPath, parseFilter, type FeedFilter } from '../../../shared/filter/feed-filter.ts'
import { FEED_PATTERN, TOPIC_PATTERN } from '../../../shared/contract/permalinks.ts'

/** The filter in the URL, with what the user's library leaves out. `moveTo` is the filter's permalink when the URL differs from it, otherwise null. */
export function useFeedFilter(): { filter: FeedFilter; moveTo: string | null } {
  const { pathname, search } = useLocation()
  const apply = useSyncExternalStore(libraryFilter.subscribe, libraryFilter.get, libraryFilter.get)
  return useMemo(() => {
    const inUrl = filterAt(pathname, search)
    const filter = apply?.(inUrl) ?? inUrl
    const path = filterPath(filter)
    return { filter, moveTo: isSame(path, pathname + search) ? null : path }
  }, [pathname, search, apply])
}

/** Whether a path, relative to the base path, shows a feed. */
export function isFeedPath(pathname: string): boolean {
  return [FEED_PATTERN, TOPIC_PATTERN].some((pattern) => matchPath(pattern, pathname) !== null)
}

/** The filter in a path and its search parameters, relative to the base path. */
export function filterAt(pathname: string, search: string): FeedFilter {
  const topic = matchPath(TOPIC_PATTERN, pathname)?.params['slug']
  return parseFilter(topic === undefined ? null : decodeSegment(topic), new URLSearchParams(search))
}

/** Characters that are never escaped. */
const UNESCAPED = /^[\w/-]*$/

/** Whether two paths are equal apart from the way their characters are escaped. */
function isSame(a: string, b: string): boolean {
  if (a === b || UNESCAPED.test(a + b)) return a === b
  return a.endsWith('/') === b.endsWith('/') && toHref(a) === toHref(b)
}

function toHref(path: string): string {
  return new URL(path, 'https://any.invalid').href
}
