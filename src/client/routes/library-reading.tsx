import { useEffect, useSyncExternalStore, type ReactNode } from 'react'
import { NavigationType, useLocation, useNavigationType } from 'react-router-dom'
import type { StorySummary } from '../../shared/contract/bundle.ts'
import { feedPath } from '../../shared/contract/permalinks.ts'
import { libraryWords as words } from '../../shared/words/library.ts'
import { ContinueBar } from '../components/library/continue-bar.tsx'
import { announce } from '../library/announcements.ts'
import { forgetReadingPosition, listenToReadingPositions, readingPositionOf, readingPositions, storedPositions, storeReadingPosition } from '../library/reading-positions.ts'

/** On the front page, offers the story that was left half-way last. */
export function LibraryContinue(): ReactNode {
  const { pathname, search } = useLocation()
  useSyncExternalStore(listenToReadingPositions, storedPositions)
  const [position] = pathname === feedPath && search === '' ? readingPositions() : []
  if (position === undefined) return null
  const onDismiss = () => forgetReadingPosition(position.id)
  return <ContinueBar words={words} slug={position.slug} title={position.title} onDismiss={onDismiss} />
}

/** Opens a story where it was left, and records where it is left. Call it once the story is in the page. */
export function useReadingPosition({ id, slug, title }: StorySummary): void {
  const kind = useNavigationType()
  const { hash } = useLocation()
  useEffect(() => {
    const position = readingPositionOf(id)
    // Back, Forward and Reload restore their own position; a user who has scrolled stays.
    if (position === null || hash !== '' || kind === NavigationType.Pop && scrollY > 0) return
    // After the view was scrolled to its top.
    const frame = requestAnimationFrame(() => {
      const { top, height } = articleBox()
      scrollTo(0, scrollY + top + height * position.progress)
      announce(words.continued)
    })
    return () => cancelAnimationFrame(frame)
    // Once for each story.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [id])

  useEffect(() => {
    let progress: number | null = null
    const onScroll = () => {
      progress = progressIn(articleBox())
    }
    const save = () => {
      if (progress === null) return
      if (progress > 0 && progress < 1) storeReadingPosition({ id, slug, title, progress, at: Date.now() })
      else forgetReadingPosition(id)
    }
    addEventListener('scroll', onScroll, { passive: true })
    addEventListener('pagehide', save)
    document.addEventListener('visibilitychange', save)
    return () => {
      removeEventListener('scroll', onScroll)
      removeEventListener('pagehide', save)
      document.removeEventListener('visibilitychange', save)
      save()
    }
  }, [id, slug, title])
}

function articleBox(): DOMRect {
  return (document.getElementById('content') ?? document.body).getBoundingClientRect()
}

/** How far a story is read: 0 where it is hardly begun or fits into the window, 1 where its end is in sight. */
function progressIn({ top, bottom, height }: DOMRect): number {
  if (height < 1.5 * innerHeight || -top < innerHeight / 4) return 0
  return bottom <= innerHeight * 1.1 ? 1 : -top / height
}
