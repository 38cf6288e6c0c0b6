import { useEffect } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { matchPath, useNavigate } from 'react-router-dom'
import { ARCHIVE_PATTERN, FEED_PATTERN, MONTH_PATTERN, SAVED_PATTERN, STORY_PATTERN, TOPIC_PATTERN } from '../../../shared/contract/permalinks.ts'
import { storyIdOf } from '../../../shared/contract/slug.ts'
import { storyQuery } from '../../data/queries/bundle-query.ts'

/**
 * Makes every plain link to a view navigate without a reload, and prefetches a story when the pointer or the
 * focus reaches a link to it. This keeps the router out of components. `loadStoryView` loads the code of a story's page.
 */
export function useLinkNavigation(loadStoryView: () => Promise<unknown>): void {
  const navigate = useNavigate()
  const client = useQueryClient()

  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const link = linkOf(event)
      if (link === null || event.defaultPrevented || !isPlainClick(event, link)) return
      const path = pathInApp(link)
      if (path === null) return
      event.preventDefault()
      const refinement = link.dataset['refinement'] !== undefined
      // A link to the next story replaces the entry, so that Back leads to the feed.
      const replace = link.href === location.href || link.dataset['replace'] !== undefined
      void navigate(path, { replace, ...(refinement && { state: { refinement } }) })
    }
    const onPrefetch = (event: Event) => {
      const link = linkOf(event)
      const path = link && pathInApp(link)
      const slug = path === null ? undefined : matchPath(STORY_PATTERN, path)?.params['slug']
      if (slug === undefined) return
      // The story's own page handles errors.
      client.query(storyQuery(storyIdOf(slug))).catch(() => undefined)
      loadStoryView().catch(() => undefined)
    }
    document.addEventListener('click', onClick)
    document.addEventListener('pointerover', onPrefetch)
    document.addEventListener('focusin', onPrefetch)
    return () => {
      document.removeEventListener('click', onClick)
      document.removeEventListener('pointerover', onPrefetch)
      document.removeEventListener('focusin', onPrefetch)
    }
  }, [navigate, client, loadStoryView])
}

function linkOf(event: Event): HTMLAnchorElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null
}

const VIEWS = [FEED_PATTERN, TOPIC_PATTERN, STORY_PATTERN, ARCHIVE_PATTERN, MONTH_PATTERN, SAVED_PATTERN]

/**
 * The link's path relative to the base path, including its hash; null when it does not lead to a view. Other
 * files on the same host, such as syndication feeds, are not views.
 */
function pathInApp(link: HTMLAnchorElement): string | null {
  const base = import.meta.env.BASE_URL
  if (link.origin !== location.origin || !link.pathname.startsWith(base) || link.relList.contains('external')) return null
  const path = link.pathname.slice(base.length - 1)
  return VIEWS.some((pattern) => matchPath(pattern, path) !== null) ? path + link.search + link.hash : null
}

function isPlainClick(event: MouseEvent, link: HTMLAnchorElement): boolean {
  const modified = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
  return event.button === 0 && !modified && link.target === '' && !link.hasAttribute('download') && link.dataset['document'] === undefined
}
