import type { ReactNode } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useLanguage } from '../components/contexts/language.ts'
import { NearestStories } from '../components/parts/nearest-stories.tsx'
import { Notice } from '../components/chrome/notice.tsx'
import { useSite } from '../components/contexts/site.ts'
import { nearestStoriesQuery } from '../data/queries/nearest-stories-query.ts'
import { usePageTitle } from '../hooks/navigation/use-page-title.ts'

const OFFERED = 6

/** A link to a story that is not, or no longer, here: offers those with the most title words in common. */
export function StoryGoneRoute({ slug }: { slug: string }): ReactNode {
  const { words } = useLanguage()
  const { data: nearest = [] } = useQuery(nearestStoriesQuery(slug, OFFERED))
  usePageTitle(words.storyGone, useSite().title)
  return (
    <Notice title={words.storyGone}>
      <p>{words.storyGoneText}</p>
      <NearestStories stories={nearest} />
    </Notice>
  )
}
