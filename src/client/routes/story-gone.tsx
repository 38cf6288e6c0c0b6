import type { ReactNode } from 'react'
import { useQuery } from '@tanstack/react-query'
import { nearestSlugs } from '../../shared/nearest.ts'
import { storyIdOf, titleWordsOf } from '../../shared/slug.ts'
import { useLanguage } from '../components/language.ts'
import { NearestStories } from '../components/nearest-stories.tsx'
import { Notice } from '../components/notice.tsx'
import { catalogQuery, slugsQuery } from '../data/bundle-query.ts'
import { usePageTitle } from '../hooks/use-page-title.ts'

const OFFERED = 6

/** A link to a story that is not, or no longer, here: offers those with the most title words in common. */
export function StoryGoneRoute({ slug }: { slug: string }): ReactNode {
  const { words } = useLanguage()
  const { data: catalog } = useQuery(catalogQuery)
  const { data: slugs = [] } = useQuery(slugsQuery)
  const nearest = nearestSlugs(slug, slugs, OFFERED)
  usePageTitle(words.storyGone, catalog?.site.title)
  return (
    <Notice title={words.storyGone}>
      <p>{words.storyGoneText}</p>
      <NearestStories stories={(nearest.length > 0 ? nearest : slugs.slice(0, OFFERED)).map(toOffer)} />
    </Notice>
  )
}

/** A slug holds all that is known here of the title. */
function toOffer(slug: string): { slug: string; title: string } {
  const title = titleWordsOf(slug).join(' ')
  return { slug, title: title === '' ? storyIdOf(slug) : title.charAt(0).toUpperCase() + title.slice(1) }
}
