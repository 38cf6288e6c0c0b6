import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router-dom'
import { canonicalUrl } from '../../../shared/contract/permalinks.ts'
import type { Site } from '../../../shared/contract/site.ts'
import { isFeedPath } from '../filters/use-feed-filter.ts'

/** Elements in the head that describe only the view the document was prerendered for. `usePageTitle` sets the title. */
const VIEW_SELECTOR = [
  'meta[name="description"]',
  'meta[property]',
  'meta[name="twitter:card"]',
  'script[type="application/ld+json"]',
  'link[rel="alternate"]:is([href*="/topic/"],[href*="/thread/"],[href*="/day/"])',
].join()

/**
 * Updates the head when the view changes, for browsers that share the canonical URL and extensions that read
 * the tags. Crawlers without scripts get each view's own document.
 */
export function useHead(site: Site): void {
  const { pathname, search } = useLocation()
  // Only a feed has search parameters of its own; elsewhere others added them to the link.
  const view = isFeedPath(pathname) ? pathname + search.replace(/[?&]unread=.*/, '') : pathname
  const first = useRef<string | null>(view)
  useEffect(() => {
    const url = canonicalUrl(site, view)
    const existing = document.head.querySelector<HTMLLinkElement>('link[rel="canonical"]')
    // The document of a filtered feed was prerendered for the unfiltered feed.
    if (view === first.current && (url === null || existing?.href === url)) return
    first.current = null
    for (const element of document.head.querySelectorAll(VIEW_SELECTOR)) element.remove()
    if (url === null) return
    const link = existing ?? document.createElement('link')
    link.rel = 'canonical'
    link.href = url
    document.head.append(link)
  }, [view, site])
}
