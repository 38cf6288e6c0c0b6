import { lazy, type ComponentType } from 'react'
import type { ViewName } from '../shared/contract/render-page.ts'
import { reloadForNewCode } from './data/offline/reload-once.ts'
import type { Views } from './routes.tsx'

/** Each kind of view is code of its own: a first screen runs only what it shows. */
const LOADERS: Readonly<Record<ViewName, () => Promise<ComponentType>>> = {
  feed: () => import('./routes/feed.tsx').then(({ FeedRoute }) => FeedRoute),
  story: () => import('./routes/story.tsx').then(({ StoryRoute }) => StoryRoute),
  archive: () => import('./routes/archive.tsx').then(({ ArchiveRoute }) => ArchiveRoute),
  month: () => import('./routes/archive.tsx').then(({ MonthRoute }) => MonthRoute),
  'not-found': () => import('./routes/not-found.tsx').then(({ NotFoundRoute }) => NotFoundRoute),
}

const load = (view: ViewName) => LOADERS[view]().catch(reloadForNewCode)

const later = (view: ViewName) => lazy(() => load(view).then((component) => ({ default: component })))

/** Views whose code is fetched when they are first shown. */
export const lazyViews: Views = {
  feed: later('feed'),
  story: later('story'),
  archive: later('archive'),
  month: later('month'),
  'not-found': later('not-found'),
}

/** The same with the code of one at hand, so that a prerendered page is taken over in one go. */
export async function viewsWith(view: ViewName): Promise<Views> {
  return { ...lazyViews, [view]: await load(view) }
}
