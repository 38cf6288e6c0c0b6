import { createContext, useContext } from 'react'
import type { ArchivedStory, PageSite } from '../../shared/render-page.ts'

/** What every view may say of the site, known before anything is fetched. */
export const SiteContext = createContext<PageSite>({ title: 'Newsfold', language: 'en' })

export function useSite(): PageSite {
  return useContext(SiteContext)
}

/** Stories that follow in a prerendered feed, for readers without scripts; only the build knows them. */
export const OlderContext = createContext<readonly ArchivedStory[]>([])
