/** The user's library, loaded once the app is interactive. */
import { useEffect, useEffectEvent, useSyncExternalStore, type ReactNode } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { matchPath, NavigationType, useLocation, useNavigate, useNavigationType } from 'react-router-dom'
import { feedPath, STORY_PATTERN } from '../../shared/contract/permalinks.ts'
import { filterPath } from '../../shared/filter/feed-filter.ts'
import { storyIdOf } from '../../shared/contract/slug.ts'
import type { LibraryParts } from '../components/contexts/library.ts'
import { announcement } from '../library/announcements.ts'
import { copies, followedFilter } from '../library/library-actions.ts'
import { isFrontFollowed } from '../data/storage/preferences.ts'
import { storyQuery } from '../data/queries/bundle-query.ts'
import { refreshUnread, startDeviceFilter } from '../library/device-filter.ts'
import { currentLibrary, openCurrentLibrary } from '../library/current-library.ts'
import { startLinkedFile } from '../library/linked-file.ts'
import { startVisit } from '../library/visits.ts'
import { isTyping } from '../library/shortcuts.ts'
import { LibraryFeedTools } from './library-feed-tools.tsx'
import { LibraryKeys } from './library-keys.tsx'
import { LibraryCardMarks, LibraryStoryMarks } from './library-marks.tsx'

export { loadSavedRoute } from './saved.tsx'

/** What loading the library adds to the app. */
export interface LoadedLibrary extends LibraryParts {
  readonly Root: () => ReactNode
}

/** Opens the library, and returns what shows it. `event` made the app load it: if it is a key, its shortcut is not lost. */
export async function loadLibrary(event: Event | undefined): Promise<LoadedLibrary> {
  await openCurrentLibrary()
  startDeviceFilter()
  startVisit()
  startLinkedFile()
  const isKey = event instanceof KeyboardEvent && !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.altKey
  const firstKey = isKey && !isTyping(event.target) ? event : null
  return { CardMarks: LibraryCardMarks, StoryMarks: LibraryStoryMarks, FeedTools: LibraryFeedTools, Root: () => <LibraryRoot firstKey={firstKey} /> }
}

/** Everything of the library that is not part of a view. */
function LibraryRoot({ firstKey }: { readonly firstKey: KeyboardEvent | null }): ReactNode {
  const message = useSyncExternalStore(announcement.subscribe, announcement.get)
  useSavedCopy()
  useFreshUnread()
  useFollowedFront()
  return (
    <>
      <p className="visually-hidden" aria-live="polite">
        {message}
      </p>
      <LibraryKeys firstKey={firstKey} />
    </>
  )
}

/** Each time an unread feed is opened, it leaves out what was read until then. */
function useFreshUnread(): void {
  const { search } = useLocation()
  const kind = useNavigationType()
  const isUnread = new URLSearchParams(search).has('unread')
  useEffect(() => {
    if (isUnread && kind !== NavigationType.Pop) refreshUnread()
  }, [isUnread, kind])
}

/** Opens the app with the user's feed in place of the front page, if the user chose so. All stories are one link away. */
function useFollowedFront(): void {
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  const open = useEffectEvent(() => {
    const mine = isFrontFollowed() ? followedFilter(currentLibrary().getSnapshot().state.followed) : null
    if (mine !== null && pathname + search === feedPath) void navigate(filterPath(mine), { replace: true })
  })
  useEffect(() => open(), [])
}

/** Opens a saved story from its copy when the site can't be reached. */
function useSavedCopy(): void {
  const client = useQueryClient()
  const { pathname } = useLocation()
  const slug = matchPath(STORY_PATTERN, pathname)?.params['slug']
  useEffect(() => {
    if (slug === undefined) return
    const { queryKey } = storyQuery(storyIdOf(slug))
    const open = async () => {
      const [copy] = await copies.load([storyIdOf(slug)])
      if (copy !== undefined && client.getQueryData(queryKey) === undefined) client.setQueryData(queryKey, copy)
    }
    void open()
  }, [client, slug])
}
