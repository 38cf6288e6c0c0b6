import type { ComponentType } from 'react'
import type { RouteObject } from 'react-router-dom'
import { ARCHIVE_PATTERN, FEED_PATTERN, MONTH_PATTERN, STORY_PATTERN, TOPIC_PATTERN } from '../shared/contract/permalinks.ts'
import type { ViewName } from '../shared/contract/render-page.ts'
import { FrameRoute } from './routes/frame.tsx'

/** The component of each kind of view. */
export type Views = Readonly<Record<ViewName, ComponentType>>

/** The route table. Each route's `handle` is the name of its view. */
export function routesTo(views: Views): RouteObject[] {
  const to = (path: string, view: ViewName): RouteObject => {
    const View = views[view]
    return { path, handle: view, element: <View /> }
  }
  return [
    {
      element: <FrameRoute />,
      children: [
        to(FEED_PATTERN, 'feed'),
        to(TOPIC_PATTERN, 'feed'),
        to(STORY_PATTERN, 'story'),
        to(ARCHIVE_PATTERN, 'archive'),
        to(MONTH_PATTERN, 'month'),
        to('*', 'not-found'),
      ],
    },
  ]
}
