import { useEffect } from 'react'
import { documentTitle } from '../../../shared/meta/page-meta.ts'

/** Names the view in the document's title; `view` null for the front page. Waits while the site's title is not known. */
export function usePageTitle(view: string | null, siteTitle: string | undefined): void {
  useEffect(() => {
    if (siteTitle !== undefined) document.title = documentTitle(view, siteTitle)
  }, [view, siteTitle])
}
