import { PAGE_SIZE, STORIES_PER_FILE } from './bundle.ts'

/**
 * How the feed is split into pages. Pages count from the oldest and are full except for the newest,
 * so a new story changes only that page.
 */
export function pageCount(stories: number): number {
  return Math.ceil(stories / PAGE_SIZE)
}

/** The page of the story at `position`, counted from the oldest at 0. */
export function pageOf(position: number): number {
  return Math.floor(position / PAGE_SIZE) + 1
}

/** Positions on `page`, from (inclusive) and to (exclusive), counted from the oldest at 0. */
export function pageRange(page: number, stories: number): { from: number; to: number } {
  const from = (page - 1) * PAGE_SIZE
  return { from, to: Math.min(from + PAGE_SIZE, stories) }
}

/** How many files the stories are split into: a power of two, so that it rarely changes. */
export function storyFileCount(stories: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(1, stories / STORIES_PER_FILE)))
}

/** The number of a story's file, from 1 to `files`. Ids are hashes, so files fill evenly. */
export function storyFileOf(id: string, files: number): number {
  const number = Number.parseInt(id.slice(-6), 36)
  return Number.isNaN(number) ? 1 : (number % files) + 1
}
