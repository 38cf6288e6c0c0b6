import { renderToString } from 'react-dom/server.edge'
import { StaticRouter, type RouteObject } from 'react-router-dom'
import type { RenderPage, ViewName } from '../shared/render-page.ts'
import { App } from './app.tsx'
import { OlderContext } from './components/site.ts'
import { seedQueries } from './data/page-data.ts'
import { createQueryClient } from './data/query-client.ts'
import { routesTo } from './routes.tsx'
import { ArchiveRoute, MonthRoute } from './routes/archive.tsx'
import { FeedRoute } from './routes/feed.tsx'
import { NotFoundRoute } from './routes/not-found.tsx'
import { StoryRoute } from './routes/story.tsx'

const base = import.meta.env.BASE_URL
const routes = routesTo({ feed: FeedRoute, story: StoryRoute, archive: ArchiveRoute, month: MonthRoute, 'not-found': NotFoundRoute })
const client = createQueryClient()

/** The part of the route table that shows one kind of view: ranking the whole of it for every page takes long. */
const partFor = (view: ViewName) => routes.map((route) => ({ ...route, children: route.children?.filter(({ handle }) => handle === view) }) as RouteObject)

const parts = new Map<ViewName, RouteObject[]>()

/** Renders a page with the reader's own routes and components, as it first appears in a browser. */
export const renderPage: RenderPage = (data, older) => {
  const part = parts.get(data.view) ?? partFor(data.view)
  parts.set(data.view, part)
  seedQueries(client, data)
  const html = renderToString(
    <StaticRouter basename={base} location={base + data.path.slice(1)}>
      <OlderContext value={older}>
        <App client={client} site={data.site} routes={part} />
      </OlderContext>
    </StaticRouter>,
  )
  client.clear()
  return html
}
