import { createContext, useContext } from 'react'
import type { ArchivedStory } from '../../../shared/contract/render-page.ts'
import type { Site } from '../../../shared/contract/site.ts'

/** What every view may say of the site, known before anything is fetched. */
export const SiteContext = createContext<Site>({ title: 'Newsfold', language: 'en', url: null })

export function useSite(): Site {
  return useContext(SiteContext)
}

/** Stories that follow in a prerendered feed, for readers without scripts; only the build knows them. */
export const OlderContext = createContext<readonly ArchivedStory[]>([])
