import { useEffect, useState, type ReactNode } from 'react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { feedPath, storyPath } from '../../shared/contract/permalinks.ts'
import { filterPath, sortOf, type FeedFilter } from '../../shared/filter/feed-filter.ts'
import { libraryWords as words } from '../../shared/words/library.ts'
import { FeedTools } from '../components/library/feed-tools.tsx'
import { feedQuery } from '../data/queries/feed-query.ts'
import { newStoriesQuery } from '../data/queries/new-stories-query.ts'
import { matchingIdsQuery } from '../data/queries/search-query.ts'
import { readUnfinishedStory } from '../data/storage/reading-position.ts'
import { useLibrary } from '../hooks/use-library.ts'
import { announce } from '../library/announcements.ts'
import { areMutedShown, showMuted, unreadOf } from '../library/device-filter.ts'
import { firstKnown, visitEnd } from '../library/visits.ts'
import { followedFilter, markAllRead, markAllUnread } from '../library/library-actions.ts'

/** What the user's library adds to a feed. */
export function LibraryFeedTools({ filter }: { readonly filter: FeedFilter }): ReactNode {
  const client = useQueryClient()
  const { data: feed } = useQuery({ ...feedQuery(filter), enabled: false })
  const followed = useLibrary(({ state }) => state.followed)
  const [marked, setMarked] = useState<{ readonly path: string; readonly ids: readonly string[] } | null>(null)
  const path = filterPath(filter)
  const isUnread = filter.unread !== null
  const mine = followedFilter(followed)
  const followedPath = mine && filterPath(mine)
  const justRead = marked?.path === path ? marked.ids : null

  const [left] = useState(readUnfinishedStory)
  const since = visitEnd()
  const isLatest = since !== null && sortOf(filter) === 'latest'
  const { data: news } = useQuery({ ...newStoriesQuery(filter, new Date(since ?? 0).toISOString()), enabled: isLatest && feed !== undefined })
  const isFront = path === feedPath
  const newCount = isLatest ? (news?.count ?? 0) : 0
  useEffect(() => {
    firstKnown.set(newCount > 0 ? (news?.firstKnown ?? null) : null)
    if (isFront && news !== undefined) showBadge(newCount)
  }, [news, newCount, isFront])

  const onMarkRead = async () => {
    const ids = markAllRead(await client.query(matchingIdsQuery(filter)))
    setMarked({ path, ids })
    announce(words.markedCount(ids.length))
  }
  const onUndo = () => {
    markAllUnread(justRead ?? [])
    setMarked(null)
    announce(words.undone)
  }
  return (
    <FeedTools
      words={words}
      unreadPath={filterPath(isUnread ? { ...filter, unread: null } : unreadOf(filter))}
      isUnread={isUnread}
      followedPath={followedPath}
      isFollowed={path === followedPath}
      hidden={feed?.hidden ?? 0}
      areMutedShown={areMutedShown()}
      justRead={justRead?.length ?? null}
      left={left === null ? null : { path: storyPath(left.slug), title: left.title }}
      news={newCount === 0 || since === null ? '' : words.newSince(newCount, news?.isLeast === true, since)}
      onMarkRead={() => void onMarkRead().catch(() => announce(words.failed))}
      onUndo={onUndo}
      onShowMuted={() => showMuted(!areMutedShown())}
    />
  )
}

/** Shows a number on the icon of the installed app, where the platform can. */
function showBadge(count: number): void {
  if (!('setAppBadge' in navigator)) return
  const done = count > 0 ? navigator.setAppBadge(count) : navigator.clearAppBadge()
  done.catch(() => undefined)
}
