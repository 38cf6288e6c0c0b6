import { createContext, type ComponentType } from 'react'
import type { StorySummary } from '../../../shared/contract/bundle.ts'
import type { FeedFilter } from '../../../shared/filter/feed-filter.ts'

interface Props {
  readonly story: StorySummary
}

/** Parts of the interface that need the user's library. They are loaded once the app is interactive. */
export interface LibraryParts {
  /** The marks of a card, and buttons to change them. */
  readonly CardMarks: ComponentType<Props>
  /** The same on a story's page. */
  readonly StoryMarks: ComponentType<Props>
  /** Above a feed: its unread stories, and what is hidden. */
  readonly FeedTools: ComponentType<{ readonly filter: FeedFilter }>
}

/** Null until the library is loaded. */
export const LibraryContext = createContext<LibraryParts | null>(null)
