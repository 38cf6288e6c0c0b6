import { lazy, type ComponentType } from 'react'
import type { ViewName } from '../shared/contract/render-page.ts'
import { reloadForNewCode } from './data/offline/reload-once.ts'
import type { RouteName, Views } from './routes.tsx'
import { loadOtherStyles } from './sparse-styles.ts'

/** Each kind of view has its own code, so that the first screen loads only what it shows. */
const LOADERS: Readonly<Record<RouteName, () => Promise<ComponentType>>> = {
  feed: () => import('./routes/feed.tsx').then(({ FeedRoute }) => FeedRoute),
  story: () => import('./routes/story.tsx').then(({ StoryRoute }) => StoryRoute),
  archive: () => import('./routes/archive.tsx').then(({ ArchiveRoute }) => ArchiveRoute),
  month: () => import('./routes/archive.tsx').then(({ MonthRoute }) => MonthRoute),
  day: () => import('./routes/day.tsx').then(({ DayRoute }) => DayRoute),
  thread: () => import('./routes/thread.tsx').then(({ ThreadRoute }) => ThreadRoute),
  saved: () => import('./routes/library.tsx').then(({ loadSavedRoute }) => loadSavedRoute()),
  'not-found': () => import('./routes/not-found.tsx').then(({ NotFoundRoute }) => NotFoundRoute),
}

const load = (view: RouteName) => LOADERS[view]().catch(reloadForNewCode)

const lazyView = (view: RouteName) => lazy(() => Promise.all([load(view), loadOtherStyles()]).then(([component]) => ({ default: component })))

/** Views that load their code when they are first shown. */
export const lazyViews = Object.fromEntries((Object.keys(LOADERS) as RouteName[]).map((view) => [view, lazyView(view)])) as unknown as Views

/** The same with the code of one view already loaded, so that its prerendered page can be hydrated at once. */
export async function viewsWith(view: ViewName): Promise<Views> {
  return { ...lazyViews, [view]: await load(view) }
}
