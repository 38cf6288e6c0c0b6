import { renderToString } from 'react-dom/server.edge'
import { StaticRouter, type RouteObject } from 'react-router-dom'
import type { ArchivedStory, MakeRenderer, PageData, ViewName } from '../shared/contract/render-page.ts'
import { App } from './app.tsx'
import { OlderContext } from './components/contexts/site.ts'
import { splitAtPlaceholder, Placeholder } from './components/story/placeholder.tsx'
import { seedQueries } from './data/page-data.ts'
import { createQueryClient } from './data/query-client.ts'
import { storyRenderer } from './render-story.tsx'
import { routesTo } from './routes.tsx'
import { ArchiveRoute, MonthRoute } from './routes/archive.tsx'
import { FeedRoute } from './routes/feed.tsx'
import { NotFoundRoute } from './routes/not-found.tsx'

const base = import.meta.env.BASE_URL
// What stands around a story is the same for all; it is rendered once, with a slot in its place.
const routes = routesTo({ feed: FeedRoute, story: Placeholder, archive: ArchiveRoute, month: MonthRoute, 'not-found': NotFoundRoute })

/** The part of the route table that shows one kind of view: ranking the whole of it for every page takes long. */
const partFor = (view: ViewName) => routes.map((route) => ({ ...route, children: route.children?.filter(({ handle }) => handle === view) }) as RouteObject)

/** Makes what renders a site's pages with the reader's own routes and components, as they first appear in a browser. */
export const makeRenderer: MakeRenderer = (site) => {
  const client = createQueryClient()
  const parts = new Map<ViewName, RouteObject[]>()
  let renderStory: ReturnType<typeof storyRenderer> | null = null

  const renderView = (data: PageData, older: readonly ArchivedStory[]): string => {
    const part = parts.get(data.view) ?? partFor(data.view)
    parts.set(data.view, part)
    seedQueries(client, data)
    const html = renderToString(
      <StaticRouter basename={base} location={base + data.path.slice(1)}>
        <OlderContext value={older}>
          <App client={client} site={site} routes={part} />
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
