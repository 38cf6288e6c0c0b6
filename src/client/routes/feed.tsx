import { lazy, Suspense, useDeferredValue, useEffect, type ReactNode } from 'react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router-dom'
import { filterKey, filterPath, isPrebuiltList } from '../../shared/filter/feed-filter.ts'
import { filterTitle } from '../../shared/filter/filter-title.ts'
import { FEW_MATCHES, NO_HIGHLIGHTS } from '../../shared/search/search.ts'
import { documentTitle } from '../../shared/meta/document-title.ts'
import { feedFilePath, feedPath, topicPath } from '../../shared/contract/permalinks.ts'
import { Chips } from '../components/feed/chips.tsx'
import type { Chip } from '../components/contexts/facet.ts'
import { FailedRequest } from '../components/chrome/failed-request.tsx'
import { addressOf, hrefTo } from '../components/contexts/href.ts'
import { useHydrated } from '../components/contexts/hydrated.ts'
import { useLanguage } from '../components/contexts/language.ts'
import { Loading } from '../components/chrome/loading.tsx'
import { HighlighterContext } from '../components/contexts/highlights.tsx'
import { OlderStories } from '../components/feed/older-stories.tsx'
import { DensityChoice } from '../components/feed/density-choice.tsx'
import { LibraryPart } from '../components/library/library-part.tsx'
import { useSite } from '../components/contexts/site.ts'
import { catalogQuery, topicQuery } from '../data/queries/bundle-query.ts'
import { feedQuery } from '../data/queries/feed-query.ts'
import { storeLastFeed } from '../data/storage/last-feed.ts'
import { useChips } from '../hooks/filters/use-chips.ts'
import { useFeedFilter } from '../hooks/filters/use-feed-filter.ts'
import { useHighlighter } from '../hooks/filters/use-highlighter.ts'
import { useDensity } from '../hooks/use-density.ts'
import { useCommonTopics } from '../hooks/use-common-topics.ts'
import { useDelayedFlag } from '../hooks/use-delayed-flag.ts'
import { useCachedPageFallback } from '../hooks/use-cached-page-fallback.ts'
import { reloadForNewCode } from '../data/offline/reload-once.ts'
import { usePageTitle } from '../hooks/navigation/use-page-title.ts'
import { FeedList } from './feed-list.tsx'
import { FeedPanel } from './feed-panel.tsx'
import styles from './feed.module.css'

/** Loaded once the page is interactive. */
const Share = lazy(() => import('../components/story/share.tsx').then((module) => ({ default: module.Share }), reloadForNewCode))

/** Rarely shown, and never prerendered. */
const NothingFound = lazy(() => import('./nothing-found.tsx').then((module) => ({ default: module.NothingFound }), reloadForNewCode))

/** Rarely shown. */
const CorrectedQuery = lazy(() => import('./corrected-query.tsx').then((module) => ({ default: module.CorrectedQuery }), reloadForNewCode))

/** Rarely shown. */
const TopicGone = lazy(() => import('./topic-gone.tsx').then((module) => ({ default: module.TopicGoneRoute }), reloadForNewCode))

/** Loaded where a site has few stories. */
const FewStories = lazy(() => import('./few-stories.tsx').then((module) => ({ default: module.FewStories }), reloadForNewCode))

/** A site with fewer stories says how to add some. */
const FEW_STORIES = 6

/** The feed under any filter. */
export function FeedRoute(): ReactNode {
  const { words, formats } = useLanguage()
  const site = useSite()
  const isHydrated = useHydrated()
  const navigate = useNavigate()
  const { filter, moveTo } = useFeedFilter()
  const path = filterPath(filter)
  const catalog = useQuery(catalogQuery)
  // The previous cards stay until the new results are here.
  const feed = useQuery({ ...feedQuery(filter), enabled: filter.unread === null || filter.library !== undefined, placeholderData: keepPreviousData })
  const shown = feed.data?.filter ?? filter
  const isStale = feed.isPlaceholderData
  const isSlow = useDelayedFlag(isStale || feed.isPending)
  const [topic = null] = filter.topics
  const known = useQuery({ ...topicQuery(topic ?? ''), enabled: topic !== null })
  const panelFilter = useDeferredValue(filter)
  const chips = useChips(filter)
  const namesOf = (kind: Chip['kind']) => chips.filter((chip) => chip.kind === kind).map((chip) => chip.name)
  const names = namesOf('topic')
  const isFrontPage = path === feedPath

  useEffect(() => {
    if (moveTo !== null) void navigate(moveTo, { replace: true })
  }, [moveTo, navigate])
  useEffect(() => storeLastFeed(path), [path])
  const isGone = filter.topics.length === 1 && known.data === null
  const title = filterTitle(filter, { topics: names, not: namesOf('not'), any: namesOf('any'), providers: namesOf('provider'), authors: namesOf('author') }, words, formats)
  const found = filter.words === '' ? title : words.resultsFor(filter.words)
  const heading = isFrontPage ? words.latestStories : names.length > 0 && filter.words === '' ? formats.list(names) : (found ?? words.storiesFiltered)
  const highlighter = useHighlighter(feed.data?.highlights ?? NO_HIGHLIGHTS)
  const { density, chosen, choose } = useDensity()
  const commonTopics = useCommonTopics(catalog.data, shown)
  // The front page is always cached, and serves every filter without a topic.
  useCachedPageFallback(feed.isError && isPrebuiltList(filter) && !isFrontPage)
  usePageTitle(title, isGone ? undefined : site.title)

  // A search under an unknown topic finds nothing and says what to remove.
  if (isGone && topic !== null && isPrebuiltList(filter)) return (
    <Suspense fallback={<Loading />}>
      <TopicGone slug={topic} />
    </Suspense>
  )
  const retry = () => {
    if (catalog.isError) void catalog.refetch()
    void feed.refetch()
  }
  if (!catalog.data) return catalog.isError ? <FailedRequest onRetry={retry} isWholeView /> : <Loading />
  const total = feed.data?.total
  const countText = feed.data?.isCachedOnly === true ? words.storiesOnDevice : words.stories
  // A single story can't be filtered.
  const isSingle = catalog.data.stories === 1 && chips.length === 0

  return (
    <div className={styles.layout} data-single={isSingle || undefined}>
      {!isSingle && (
        <div className={styles.side}>
          <FeedPanel filter={panelFilter} total={isStale ? undefined : total} />
        </div>
      )}
      <div id="content" className={styles.main} tabIndex={-1}>
        <div className={styles.head} data-front={isFrontPage || undefined}>
          <h1 tabIndex={-1}>{heading}</h1>
          <p role="status" suppressHydrationWarning>
            {isSlow ? words.searching : isStale || total === undefined ? '' : countText(total)}
          </p>
          {title !== null && (
            <div className={styles.share}>
              {site.url !== null && isPrebuiltList(filter) && topic !== null && (
                <a href={hrefTo(feedFilePath('rss', topicPath(topic)))} title={words.followTopic(heading)} data-document="">
                  RSS
                </a>
              )}
              {isHydrated && (
                <Suspense>
                  <Share key={path} title={documentTitle(title, site.title)} addressOf={() => addressOf(filterPath({ ...filter, unread: null }), site)} />
                </Suspense>
              )}
            </div>
          )}
          {!isSingle && <DensityChoice density={density} onChoose={choose} />}
          <Chips chips={chips} />
          {!isSingle && <LibraryPart part="FeedTools" filter={filter} />}
        </div>
        {feed.isError && total === undefined && <FailedRequest onRetry={retry} hasWayBack={!isFrontPage} />}
        {feed.isPending && <Loading />}
        {total === 0 && !isStale && chips.length === 0 && <p>{words.noStoriesYet}</p>}
        {total === 0 && !isStale && chips.length > 0 && (
          <Suspense fallback={<Loading />}>
            <NothingFound filter={filter} chips={chips} />
          </Suspense>
        )}
        {feed.data && (feed.data.correction || (shown.words !== '' && feed.data.total < FEW_MATCHES)) && (
          <Suspense>
            <CorrectedQuery start={feed.data} />
          </Suspense>
        )}
        <div className={styles.cards} data-stale={isStale || undefined}>
          <HighlighterContext value={highlighter}>
            {total !== undefined && total > 0 && <FeedList key={`${filterKey(shown)} ${chosen ?? ''}`} filter={shown} total={total} label={heading} density={chosen} isCompact={density === 'headlines'} commonTopics={commonTopics} />}
          </HighlighterContext>
        </div>
        {isHydrated && total !== 0 && catalog.data.stories < FEW_STORIES && (
          <Suspense>
            <FewStories catalog={catalog.data} />
          </Suspense>
        )}
        <OlderStories />
      </div>
    </div>
  )
}
