/**
 * Read marks are many, so a story is known to them by the first 44 bits of its id. Among 100,000 stories
 * the chance that two share them is about 1 in 3,500; then both would be marked together.
 */
const DROPPED_BITS = 8

/** Characters of a story's id: see `src/node/seeds/values/story-id.ts`. */
export const STORY_ID_LENGTH = 10

const STORY_ID = /^[0-9a-z]{10}$/

/** Above every story key. */
export const KEY_LIMIT = Math.ceil(36 ** STORY_ID_LENGTH / 2 ** DROPPED_BITS)

/** The key of a story; null for a text that is no story's id. */
export function storyKey(id: string): number | null {
  return STORY_ID.test(id) ? Math.floor(Number.parseInt(id, 36) / 2 ** DROPPED_BITS) : null
}
