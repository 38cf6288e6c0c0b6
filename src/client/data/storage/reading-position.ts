import { readJson, storeJson } from './storage.ts'

// Devices have it stored under this older name.
const KEY = 'newsfold:left-story'

/** A story that the user has left half-way. */
export interface UnfinishedStory {
  readonly id: string
  readonly slug: string
  readonly title: string
  /** How far it was read, as a part of its height. */
  readonly part: number
}

/** Read less than this, a story was only looked at; read more, it is finished. */
const [BEGUN, FINISHED] = [0.1, 0.85]

/** The story that was left last; null for none. */
export function readUnfinishedStory(): UnfinishedStory | null {
  const { id, slug, title, part } = (readJson('localStorage', KEY) ?? {}) as Partial<UnfinishedStory>
  const isValid = typeof id === 'string' && typeof slug === 'string' && typeof title === 'string' && typeof part === 'number' && part > 0 && part < 1
  return isValid ? { id, slug, title, part } : null
}

/** Remembers how far a story was read, or forgets it once it is finished. */
export function storeReadingPosition(story: UnfinishedStory): void {
  if (story.part >= BEGUN && story.part < FINISHED) storeJson('localStorage', KEY, story)
  else if (story.part >= FINISHED && readUnfinishedStory()?.id === story.id) storeJson('localStorage', KEY, null)
}
