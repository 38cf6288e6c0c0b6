import type { ReactNode } from 'react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { EVERYTHING } from '../../shared/feed-filter.ts'
import { useLanguage } from '../components/language.ts'
import { NearestStories } from '../components/nearest-stories.tsx'
import { Notice } from '../components/notice.tsx'
import { catalogQuery } from '../data/bundle-query.ts'
import { feedQuery } from '../data/feed-query.ts'
import { usePageTitle } from '../hooks/use-page-title.ts'

const OFFERED = 6

/** An address that is no view of this reader. */
export function NotFoundRoute(): ReactNode {
  const { words } = useLanguage()
  const { data: catalog } = useQuery(catalogQuery)
  const { data: feed } = useInfiniteQuery(feedQuery(EVERYTHING))
  usePageTitle(words.pageGone, catalog?.site.title)
  return (
    <Notice title={words.pageGone}>
      <p>{words.pageGoneText}</p>
      <NearestStories stories={feed?.pages[0]?.stories.slice(0, OFFERED) ?? []} />
    </Notice>
  )
}
