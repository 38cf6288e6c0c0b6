import type { ReactNode } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useLanguage } from '../components/language.ts'
import { NearestStories } from '../components/nearest-stories.tsx'
import { Notice } from '../components/notice.tsx'
import { useSite } from '../components/site.ts'
import { nearestStoriesQuery } from '../data/nearest-stories-query.ts'
import { usePageTitle } from '../hooks/use-page-title.ts'

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
