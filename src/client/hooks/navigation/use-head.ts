import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router-dom'
import { canonicalUrl } from '../../../shared/contract/permalinks.ts'
import type { Site } from '../../../shared/contract/site.ts'
import { isFeedPath } from '../filters/use-feed-filter.ts'

/** What a document's head says of the view it was made for, and of no other; its title has a keeper of its own. */
const OF_ONE_VIEW = [
  'meta[name="description"]',
  'meta[property]',
  'meta[name="twitter:card"]',
  'script[type="application/ld+json"]',
  'link[rel="alternate"][href*="/topic/"]',
].join()

/**
 * Keeps the head true when the view changes: browsers share the canonical address, extensions read the
 * tags. Those who don't run scripts get each view's own document.
 */
export function useHead(site: Site): void {
  const { pathname, search } = useLocation()
  // Only a feed has a view in its search; elsewhere it is what others added to the link.
  const view = isFeedPath(pathname) ? pathname + search : pathname
  const first = useRef<string | null>(view)
  useEffect(() => {
    const url = canonicalUrl(site, view)
    const known = document.head.querySelector<HTMLLinkElement>('link[rel="canonical"]')
    // Of a filter's address the document was made for the whole.
    if (view === first.current && (url === null || known?.href === url)) return
    first.current = null
    for (const element of document.head.querySelectorAll(OF_ONE_VIEW)) element.remove()
    if (url === null) return
    const link = known ?? document.createElement('link')
    link.rel = 'canonical'
    link.href = url
    document.head.append(link)
  }, [view, site])
}
