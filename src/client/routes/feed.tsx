import { useEffect, useState, type ReactNode } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router-dom'
import { filterPath } from '../../shared/feed-filter.ts'
import { Chips } from '../components/chips.tsx'
import { EmptyFeed } from '../components/empty-feed.tsx'
import { FailedRequest } from '../components/failed-request.tsx'
import { useLanguage } from '../components/language.ts'
import { Loading } from '../components/loading.tsx'
import { Refine } from '../components/refine.tsx'
import { TopicsNav } from '../components/topics-nav.tsx'
import { catalogQuery, topicQuery } from '../data/bundle-query.ts'
import { feedQuery } from '../data/feed-query.ts'
import { useChips } from '../hooks/use-chips.ts'
import { useFacets } from '../hooks/use-facets.ts'
import { useFeedFilter } from '../hooks/use-feed-filter.ts'
import { usePageTitle } from '../hooks/use-page-title.ts'
import { FeedList } from './feed-list.tsx'
import { TopicGoneRoute } from './topic-gone.tsx'
import styles from './feed.module.css'

/** The feed under any filter. */
export function FeedRoute(): ReactNode {
  const { words, formats } = useLanguage()
  const navigate = useNavigate()
  const { filter, moveTo } = useFeedFilter()
  const path = filterPath(filter)
  const catalog = useQuery(catalogQuery)
  const feed = useQuery(feedQuery(filter))
  const [topic = null] = filter.topics
  const known = useQuery({ ...topicQuery(topic ?? ''), enabled: topic !== null })
  const [wantsAllTopics, setWantsAllTopics] = useState(false)
  const facets = useFacets(filter, wantsAllTopics)
  const chips = useChips(filter)
  const names = chips.filter((chip) => chip.kind === 'topic').map((chip) => chip.name)
  const isFrontPage = path === '/'
  const heading = names.length > 0 ? formats.list(names) : isFrontPage ? words.latestStories : words.storiesFiltered

  useEffect(() => {
    if (moveTo !== null) void navigate(moveTo, { replace: true })
  }, [moveTo, navigate])
  const isGone = filter.topics.length === 1 && known.data === null
  const title = isFrontPage ? null : chips.map((chip) => chip.label).join(', ') || heading
  usePageTitle(title, isGone ? undefined : catalog.data?.site.title)

  if (isGone && topic !== null) return <TopicGoneRoute slug={topic} />
  const retry = () => {
    if (catalog.isError) void catalog.refetch()
    void feed.refetch()
  }
  if (!catalog.data) return catalog.isError ? <FailedRequest onRetry={retry} isWholeView /> : <Loading />
  const total = feed.data?.total
  const exclude = (slug: string) =>
    void navigate(filterPath({ ...filter, not: [...filter.not, slug] }), { state: { refinement: true } })

  return (
    <div className={styles.layout}>
      <div className={styles.side}>
        <TopicsNav
          filter={filter}
          facets={facets.topics}
          topicCount={catalog.data.topicCount}
          onWantAll={() => setWantsAllTopics(true)}
          onExclude={exclude}
        />
        <Refine filter={filter} providers={facets.providers} types={facets.types} />
      </div>
      <div id="content" className={styles.main} tabIndex={-1}>
        <div className={styles.head}>
          <h1 tabIndex={-1}>{heading}</h1>
          <p role="status">{total === undefined ? '' : words.stories(total)}</p>
          <Chips chips={chips} />
        </div>
        {feed.isError && total === undefined && <FailedRequest onRetry={retry} />}
        {feed.isPending && <Loading />}
        {total === 0 && <EmptyFeed chips={chips} />}
        {total !== undefined && total > 0 && <FeedList key={path} filter={filter} total={total} label={heading} />}
      </div>
    </div>
  )
}
