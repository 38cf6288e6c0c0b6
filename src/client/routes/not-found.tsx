import type { ReactNode } from 'react'
import { useQuery } from '@tanstack/react-query'
import { SimilarStories } from '../components/parts/similar-stories.tsx'
import { Notice } from '../components/chrome/notice.tsx'
import { useSite } from '../components/contexts/site.ts'
import { catalogQuery } from '../data/queries/bundle-query.ts'
import { usePageTitle } from '../hooks/navigation/use-page-title.ts'
import { pageWords } from '../../shared/words/pages.ts'

/** An unknown address. */
export function NotFoundRoute(): ReactNode {
  const { data: catalog } = useQuery(catalogQuery)
  usePageTitle(pageWords.pageNotFound, useSite().title)
  return (
    <Notice title={pageWords.pageNotFound}>
      <p>{pageWords.pageNotFoundText}</p>
      <SimilarStories stories={catalog?.newest ?? []} />
    </Notice>
  )
}
