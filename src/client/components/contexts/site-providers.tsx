import { useMemo, type ReactNode } from 'react'
import type { Site } from '../../../shared/contract/site.ts'
import { LanguageContext, languageFor } from './language.ts'
import { SiteContext } from './site.ts'

interface Props {
  readonly site: Site
  /** ms since 1970; 0 in a prerendered page. */
  readonly now: number
  readonly children: ReactNode
}

/** Provides the site, its language and the current time. */
export function SiteProviders({ site, now, children }: Props): ReactNode {
  const language = languageFor(site.language, site.timeZone)
  const value = useMemo(() => ({ ...language, now }), [language, now])
  return (
    <SiteContext value={site}>
      <LanguageContext value={value}>{children}</LanguageContext>
    </SiteContext>
  )
}
