import { matchRoutes, type RouteObject } from 'react-router-dom'
import { filterPath, parseFilter } from '../shared/filter/feed-filter.ts'
import { feedPath } from '../shared/contract/permalinks.ts'
import type { PageData } from '../shared/contract/render-page.ts'

/** Whether the document was prerendered for its address. A host may send it for another address, and filters are not prerendered. */
export function isShownHere(page: PageData, routes: RouteObject[]): boolean {
  const { pathname, search } = location
  const base = import.meta.env.BASE_URL
  const filter = parseFilter(null, new URLSearchParams(search))
  if (page.view === 'not-found') {
    const found: unknown = matchRoutes(routes, pathname, base)?.at(-1)?.route.handle
    return found === page.view && filter.words === ''
  }
  if (!isSamePath(pathname, base + page.path.slice(1))) return false
  return page.view === 'feed' ? filterPath(filter) === feedPath : filter.words === ''
}

/** Whether two paths are equal after decoding; false for a path with invalid escapes. */
function isSamePath(a: string, b: string): boolean {
  try {
    return decodeURI(a) === decodeURI(b)
  } catch {
    return false
  }
}
