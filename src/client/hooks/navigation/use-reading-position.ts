import { useEffect } from 'react'
import { readUnfinishedStory, storeReadingPosition } from '../../data/storage/reading-position.ts'

/** How long to wait for a story to become as tall as it was, in ms. */
const TIMEOUT = 5000

const USER_EVENTS = ['wheel', 'touchstart', 'keydown', 'pointerdown'] as const

/** Remembers how far the open story is read, and opens one that was left half-way where it was left. */
export function useReadingPosition({ id, slug, title }: { readonly id: string; readonly slug: string; readonly title: string }): void {
  useEffect(() => {
    let part: number | null = null
    const onScroll = () => {
      part = readPart()
    }
    const save = () => part !== null && storeReadingPosition({ id, slug, title, part })
    const left = readUnfinishedStory()
    const stop = left?.id === id && scrollY === 0 ? scrollToPart(left.part) : () => undefined
    addEventListener('scroll', onScroll, { passive: true })
    addEventListener('pagehide', save)
    return () => {
      stop()
      save()
      removeEventListener('scroll', onScroll)
      removeEventListener('pagehide', save)
    }
  }, [id, slug, title])
}

/** How much of the story is above the window's bottom; null for a story that fits in the window. */
function readPart(): number | null {
  const story = document.querySelector('article#content')?.getBoundingClientRect()
  if (story === undefined || story.height < innerHeight * 1.3) return null
  return Math.min(1, Math.max(0, -story.top / (story.height - innerHeight * 0.5)))
}

/** Scrolls to a part of the story as soon as it is tall enough, unless the user scrolls first. Returns how to stop. */
function scrollToPart(part: number): () => void {
  const attempt = () => {
    const story = document.querySelector('article#content')?.getBoundingClientRect()
    if (story === undefined || story.height < innerHeight * 1.3) return
    scrollTo(0, story.top + scrollY + part * (story.height - innerHeight * 0.5))
  }
  const sizes = new ResizeObserver(attempt)
  const stop = () => {
    sizes.disconnect()
    clearTimeout(timer)
    USER_EVENTS.forEach((name) => removeEventListener(name, stop))
  }
  const timer = setTimeout(stop, TIMEOUT)
  USER_EVENTS.forEach((name) => addEventListener(name, stop, { passive: true }))
  sizes.observe(document.body)
  attempt()
  return stop
}
