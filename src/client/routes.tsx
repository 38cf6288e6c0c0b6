import type { ComponentType } from 'react'
import type { RouteObject } from 'react-router-dom'
import { ARCHIVE_PATTERN, DAY_PATTERN, FEED_PATTERN, MONTH_PATTERN, SAVED_PATTERN, STORY_PATTERN, THREAD_PATTERN, TOPIC_PATTERN } from '../shared/contract/permalinks.ts'
import type { ViewName } from '../shared/contract/render-page.ts'
import { FrameRoute } from './routes/frame.tsx'

/** Kinds of views; one of them has no prerendered page. */
export type RouteName = ViewName | 'saved'

/** The component of each kind of view. */
export type Views = Readonly<Record<RouteName, ComponentType>>

/** The route table. Each route's `handle` is the name of its view. */
export function routesTo(views: Views): RouteObject[] {
  const to = (path: string, view: RouteName): RouteObject => {
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
        to(DAY_PATTERN, 'day'),
        to(THREAD_PATTERN, 'thread'),
        to(SAVED_PATTERN, 'saved'),
        to('*', 'not-found'),
      ],
    },
  ]
}
