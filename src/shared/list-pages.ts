import { PAGE_SIZE } from './bundle.ts'

/**
 * How a list of stories is cut into pages. Pages count from the oldest and are full, but for the
 * newest, which takes the remainder too: a new story changes that page only, and the first
 * screen never opens on a nearly empty one.
 */
export function pageCount(stories: number): number {
  return stories === 0 ? 0 : Math.max(1, Math.floor(stories / PAGE_SIZE))
}

/** The page that holds the story at `position`, counted from the oldest at 0. */
export function pageOf(position: number, pages: number): number {
  return Math.min(Math.floor(position / PAGE_SIZE) + 1, pages)
}

/** Positions on `page`, from (inclusive) and to (exclusive), counted from the oldest at 0. */
export function pageRange(page: number, stories: number): { from: number; to: number } {
  const from = (page - 1) * PAGE_SIZE
  return { from, to: page === pageCount(stories) ? stories : from + PAGE_SIZE }
}
