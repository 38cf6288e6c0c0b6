import type { ReactNode } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useLanguage } from '../components/contexts/language.ts'
import { SimilarStories } from '../components/parts/similar-stories.tsx'
import { Notice } from '../components/chrome/notice.tsx'
import { useSite } from '../components/contexts/site.ts'
import { catalogQuery } from '../data/queries/bundle-query.ts'
import { usePageTitle } from '../hooks/navigation/use-page-title.ts'

/** An unknown address. */
export function NotFoundRoute(): ReactNode {
  const { words } = useLanguage()
  const { data: catalog } = useQuery(catalogQuery)
  usePageTitle(words.pageNotFound, useSite().title)
  return (
    <Notice title={words.pageNotFound}>
      <p>{words.pageNotFoundText}</p>
      <SimilarStories stories={catalog?.newest ?? []} />
    </Notice>
  )
}
