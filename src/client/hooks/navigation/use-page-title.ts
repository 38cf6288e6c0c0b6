import { useEffect } from 'react'
import { documentTitle } from '../../../shared/meta/document-title.ts'

/** Sets the document's title to the view's name and the site's; `view` is null for the front page. Does nothing while the site's title is unknown. */
export function usePageTitle(view: string | null, siteTitle: string | undefined): void {
  useEffect(() => {
    if (siteTitle !== undefined) document.title = documentTitle(view, siteTitle)
  }, [view, siteTitle])
}
