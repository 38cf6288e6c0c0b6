import type { ComponentType } from 'react'
import type { RouteObject } from 'react-router-dom'
import { ARCHIVE_PATTERN, FEED_PATTERN, MONTH_PATTERN, STORY_PATTERN, TOPIC_PATTERN } from '../shared/permalinks.ts'
import type { ViewName } from '../shared/render-page.ts'
import { FrameRoute } from './routes/frame.tsx'

/** What shows each kind of view. */
export type Views = Readonly<Record<ViewName, ComponentType>>

/** Which view stands at which permalink. */
export function routesTo(views: Views): RouteObject[] {
  const NotFound = views['not-found']
  return [
    {
      element: <FrameRoute />,
      children: [
        { path: FEED_PATTERN, element: <views.feed /> },
        { path: TOPIC_PATTERN, element: <views.feed /> },
        { path: STORY_PATTERN, element: <views.story /> },
        { path: ARCHIVE_PATTERN, element: <views.archive /> },
        { path: MONTH_PATTERN, element: <views.month /> },
        { path: '*', element: <NotFound /> },
      ],
    },
  ]
}
