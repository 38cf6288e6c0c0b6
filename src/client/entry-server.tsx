import { renderToString } from 'react-dom/server.edge'
import { StaticRouter, type RouteObject } from 'react-router-dom'
import type { ArchivedStory } from '../shared/contract/bundle.ts'
import type { MakeRenderer, PageData, ViewName } from '../shared/contract/render-page.ts'
import { App } from './app.tsx'
import { OlderContext } from './components/contexts/site.ts'
import { splitAtPlaceholder, Placeholder } from './components/story/placeholder.tsx'
import { primeQueries } from './data/page-data.ts'
import { createQueryClient } from './data/query-client.ts'
import { storyRenderer } from './render-story.tsx'
import { routesTo } from './routes.tsx'
import { ArchiveRoute, MonthRoute } from './routes/archive.tsx'
import { DayRoute } from './routes/day.tsx'
import { FeedRoute } from './routes/feed.tsx'
import { NotFoundRoute } from './routes/not-found.tsx'
import { ThreadRoute } from './routes/thread.tsx'

const base = import.meta.env.BASE_URL
// The frame around a story is the same for all; it is rendered once, with a placeholder for the story.
const routes = routesTo({ feed: FeedRoute, story: Placeholder, archive: ArchiveRoute, month: MonthRoute, day: DayRoute, thread: ThreadRoute, saved: NotFoundRoute, 'not-found': NotFoundRoute })

/** The routes of one kind of view: matching against all routes for every page takes long. */
const routesOf = (view: ViewName) => routes.map((route) => ({ ...route, children: route.children?.filter(({ handle }) => handle === view) }) as RouteObject)

/** Creates the function that prerenders a site's pages with the app's own routes and components. */
export const makeRenderer: MakeRenderer = (site) => {
  const client = createQueryClient()
  const routesByView = new Map<ViewName, RouteObject[]>()
  let renderStory: ReturnType<typeof storyRenderer> | null = null

  const renderView = (data: PageData, older: readonly ArchivedStory[]): string => {
    const viewRoutes = routesByView.get(data.view) ?? routesOf(data.view)
    routesByView.set(data.view, viewRoutes)
    primeQueries(client, data)
    const html = renderToString(
      <StaticRouter basename={base} location={base + data.path.slice(1)}>
        <OlderContext value={older}>
          <App client={client} site={site} routes={viewRoutes} />
        </OlderContext>
      </StaticRouter>,
    )
    client.clear()
    return html
  }
  return (data, older) => {
    if (data.view !== 'story') return [renderView(data, older)]
    renderStory ??= storyRenderer(site, splitAtPlaceholder(renderView(data, older)))
    return renderStory(data.story)
  }
}
