import { createContext, useContext } from 'react'
import type { ArchivedStory } from '../../../shared/contract/bundle.ts'
import type { Site } from '../../../shared/contract/site.ts'

/** The site, known before anything is fetched. */
export const SiteContext = createContext<Site>({ title: 'Newsfold', language: 'en', url: null })

export function useSite(): Site {
  return useContext(SiteContext)
}

/** The following stories of a prerendered feed, shown without JavaScript; only the build knows them. */
export const OlderContext = createContext<readonly ArchivedStory[]>([])
