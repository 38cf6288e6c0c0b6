import type { ReactNode } from 'react'
import { useQuery } from '@tanstack/react-query'
import { SimilarStories } from '../components/parts/similar-stories.tsx'
import { Notice } from '../components/chrome/notice.tsx'
import { useSite } from '../components/contexts/site.ts'
import { similarStoriesQuery } from '../data/queries/similar-stories-query.ts'
import { usePageTitle } from '../hooks/navigation/use-page-title.ts'
import { pageWords } from '../../shared/words/pages.ts'

const OFFERED = 6

/** A link to a story that does not exist (any more): offers those with the most title words in common. */
export function StoryGoneRoute({ slug }: { slug: string }): ReactNode {
  const { data: similar = [] } = useQuery(similarStoriesQuery(slug, OFFERED))
  usePageTitle(pageWords.storyNotFound, useSite().title)
  return (
    <Notice title={pageWords.storyNotFound}>
      <p>{pageWords.storyNotFoundText}</p>
      <SimilarStories stories={similar} />
    </Notice>
  )
}
