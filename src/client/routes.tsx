import { lazy } from 'react'
import type { RouteObject } from 'react-router-dom'
import { FEED_PATTERN, STORY_PATTERN, TOPIC_PATTERN } from '../shared/permalinks.ts'
import { reloadForNewCode } from './data/reload-once.ts'
import { FeedRoute } from './routes/feed.tsx'
import { FrameRoute } from './routes/frame.tsx'

// What only a story page needs, most first screens do not.
const StoryRoute = lazy(() =>
  import('./routes/story.tsx').then(({ StoryRoute }) => ({ default: StoryRoute }), reloadForNewCode),
)
const NotFoundRoute = lazy(() =>
  import('./routes/not-found.tsx').then(({ NotFoundRoute }) => ({ default: NotFoundRoute }), reloadForNewCode),
)

/** Which view stands at which permalink. */
export const routes: RouteObject[] = [
  {
    element: <FrameRoute />,
    children: [
      { path: FEED_PATTERN, element: <FeedRoute /> },
      { path: TOPIC_PATTERN, element: <FeedRoute /> },
      { path: STORY_PATTERN, element: <StoryRoute /> },
      { path: '*', element: <NotFoundRoute /> },
    ],
  },
]
