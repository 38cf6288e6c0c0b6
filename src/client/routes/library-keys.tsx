import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore, type ReactNode } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { matchPath, NavigationType, useLocation, useNavigate, useNavigationType } from 'react-router-dom'
import { archiveIndexPath, feedPath, savedPath, STORY_PATTERN } from '../../shared/contract/permalinks.ts'
import { storyIdOf } from '../../shared/contract/slug.ts'
import { EVERYTHING } from '../../shared/filter/everything.ts'
import { filterPath } from '../../shared/filter/feed-filter.ts'
import { libraryWords } from '../../shared/words/library.ts'
import { ShortcutsDialog } from '../components/library/shortcuts-dialog.tsx'
import { unreadOf } from '../library/device-filter.ts'
import { openOriginal, toggleRead, toggleSaved } from '../library/library-actions.ts'
import { readLastFeed } from '../data/storage/last-feed.ts'
import { nextTheme } from '../data/storage/display.ts'
import { announce } from '../library/announcements.ts'
import { areShortcutsOn, storeShortcutsOn } from '../data/storage/preferences.ts'
import { focusCard, focusedCard, storyIdOfCard } from '../hooks/navigation/card-focus.ts'
import { isFeedPath } from '../hooks/filters/use-feed-filter.ts'
import { isHelpOpen, listenForShortcuts, SHORTCUTS, type ShortcutHandlers } from '../library/shortcuts.ts'

/** The keyboard shortcuts and their help dialog. `firstKey` was pressed before this was loaded. */
export function LibraryKeys({ firstKey }: { readonly firstKey: KeyboardEvent | null }): ReactNode {
  const client = useQueryClient()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const canGoBack = useCameFromFeed(pathname)
  const [isOn, setOn] = useState(areShortcutsOn)
  const isHelpShown = useSyncExternalStore(isHelpOpen.subscribe, isHelpOpen.get)
  const openStory = storyIdAt(pathname)

  const withStory = (act: (id: string) => void) => {
    const card = focusedCard()
    const id = openStory ?? (card && storyIdOfCard(card))
    if (id !== null) act(id)
  }
  const goTo = (path: string) => void navigate(path)
  const press = useEffectEvent((id: keyof ShortcutHandlers) => {
    const handlers: ShortcutHandlers = {
      next: () => focusCard(1),
      previous: () => focusCard(-1),
      open: () => focusedCard()?.querySelector<HTMLElement>('h2 a')?.click(),
      original: () => withStory((story) => void openOriginal(client, story).catch(() => announce(libraryWords.failed))),
      save: () => withStory((story) => toggleSaved(client, story)),
      read: () => withStory(toggleRead),
      feed: () => (canGoBack.current ? void navigate(-1) : goTo(readLastFeed() ?? feedPath)),
      nextStory: () => clickLink('next'),
      previousStory: () => clickLink('prev'),
      front: () => goTo(feedPath),
      saved: () => goTo(savedPath),
      archive: () => goTo(archiveIndexPath),
      unread: () => goTo(filterPath(unreadOf(EVERYTHING))),
      known: () => document.querySelector('[data-first-known]')?.closest('article')?.querySelector<HTMLElement>('h2 a')?.focus(),
      filters: openFilters,
      theme: () => announce(libraryWords.display.theme.values[nextTheme()]),
      help: () => isHelpOpen.set(true),
    }
    handlers[id]()
  })

  useEffect(() => {
    document.documentElement.dataset['shortcuts'] = isOn ? 'on' : 'off'
    if (!isOn) return
    const handlers = Object.fromEntries(SHORTCUTS.map(({ id }) => [id, () => id !== 'search' && press(id)])) as unknown as ShortcutHandlers
    return listenForShortcuts(handlers)
  }, [isOn])
  useEffect(() => {
    if (firstKey === null) return
    const { key, shiftKey } = firstKey
    // Past the elements of React, which would read their values in the middle of an update.
    dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, cancelable: true }))
  }, [firstKey])

  if (!isHelpShown) return null
  const onSwitch = (next: boolean) => {
    storeShortcutsOn(next)
    setOn(next)
  }
  return <ShortcutsDialog words={libraryWords} shortcuts={SHORTCUTS} isOn={isOn} onSwitch={onSwitch} onClose={() => isHelpOpen.set(false)} />
}

function storyIdAt(pathname: string): string | null {
  const slug = matchPath(STORY_PATTERN, pathname)?.params['slug']
  return slug === undefined ? null : storyIdOf(slug)
}

/** Whether the entry before this one in the tab's history is the feed that led here. */
function useCameFromFeed(pathname: string): { readonly current: boolean } {
  const kind = useNavigationType()
  const before = useRef(pathname)
  const came = useRef(false)
  useEffect(() => {
    // Neighbours replace the entry, so the feed is still the one before.
    if (kind !== NavigationType.Replace) came.current = kind === NavigationType.Push && isFeedPath(before.current)
    before.current = pathname
  }, [pathname, kind])
  return came
}

/** Presses the link to the next or previous story at the foot of the open one. */
function clickLink(rel: 'next' | 'prev'): void {
  document.querySelector<HTMLElement>(`article#content a[rel='${rel}']`)?.click()
}

function openFilters(): void {
  const summary = document.querySelector<HTMLElement>('main details > summary')
  const details = summary?.closest('details')
  if (details?.open === false) summary?.click()
  summary?.focus()
}
