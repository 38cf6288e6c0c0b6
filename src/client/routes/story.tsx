import { useEffect, type ReactNode } from 'react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from 'react-router-dom'
import { storyPath } from '../../shared/contract/permalinks.ts'
import { storyIdOf } from '../../shared/contract/slug.ts'
import { CoverageList } from '../components/story/coverage-list.tsx'
import { FailedRequest } from '../components/chrome/failed-request.tsx'
import { Loading } from '../components/chrome/loading.tsx'
import { useSite } from '../components/contexts/site.ts'
import { cachedSummary, storyQuery } from '../data/queries/bundle-query.ts'
import { MissingFile } from '../data/network/fetch-bundle.ts'
import { useCachedPageFallback } from '../hooks/use-cached-page-fallback.ts'
import { usePageTitle } from '../hooks/navigation/use-page-title.ts'
import { StoryFoot } from './story-foot.tsx'
import { StoryGoneRoute } from './story-gone.tsx'
import { StoryView } from './story-view.tsx'

/** Shown by the front page of a site with a single story, too. */
export { CoverageList }

/** A story's page. What its card shows is rendered at once; the rest follows. */
export function StoryRoute(): ReactNode {
  const { slug = '' } = useParams()
  const navigate = useNavigate()
  const client = useQueryClient()
  const id = storyIdOf(slug)
  const site = useSite()
  const { data: story, error, refetch } = useQuery(storyQuery(id))
  const known = story ?? cachedSummary(client, id)

  // A link with an old title has the right id: open the story and correct the address.
  useEffect(() => {
    if (known && known.slug !== slug) void navigate(storyPath(known.slug) + location.hash, { replace: true })
  }, [known, slug, navigate])
  const isGone = error instanceof MissingFile
  useCachedPageFallback(error !== null && !isGone)
  usePageTitle(known?.title ?? null, isGone ? undefined : site.title)

  if (isGone) return <StoryGoneRoute slug={slug} />
  const retry = () => void refetch()
  if (!known) return error ? <FailedRequest onRetry={retry} isWholeView hasReload /> : <Loading />
  return (
    <StoryView summary={known} story={story ?? null} site={site} foot={<StoryFoot key={known.id} id={known.id} />}>
      {error && <FailedRequest onRetry={retry} hasReload />}
    </StoryView>
  )
}
