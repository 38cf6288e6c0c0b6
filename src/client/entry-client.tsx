// Imported first: nothing becomes HTML or a worker before, and CSS layers are ordered by their first mention.
import './search/trusted-types.ts'
import './styles/tokens.css'
import './styles/base.css'
import { StrictMode } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { BrowserRouter } from 'react-router-dom'
import { App } from './app.tsx'
import { listenForSeedChanges } from './data/dev-updates.ts'
import { prefetchFeed } from './data/queries/feed-query.ts'
import { readPageData, primeQueries } from './data/page-data.ts'
import { createQueryClient } from './data/query-client.ts'
import { filterAt } from './hooks/filters/use-feed-filter.ts'
import { isShownHere } from './is-shown-here.ts'
import { lazyViews, viewsWith } from './lazy-views.ts'
import { routesTo } from './routes.tsx'
import { loadOtherStyles } from './sparse-styles.ts'

const client = createQueryClient()
listenForSeedChanges(client)

const page = await readPageData()
// In a page that was not prerendered, the head contains the site's title and language.
const site = page?.site ?? { title: document.title, language: document.documentElement.lang || 'en', url: null }
if (page !== null) primeQueries(client, page)

const isHere = page !== null && isShownHere(page, routesTo(lazyViews))
if (!isHere && location.search !== '') {
  const path = location.pathname.slice(import.meta.env.BASE_URL.length - 1)
  prefetchFeed(client, filterAt(path, location.search))
}
const views = isHere ? await viewsWith(page.view) : lazyViews
const app = (
  <StrictMode>
    <BrowserRouter basename={import.meta.env.BASE_URL}>
      <App client={client} site={site} routes={routesTo(views)} />
    </BrowserRouter>
  </StrictMode>
)
const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
if (isHere) hydrateRoot(root, app)
else createRoot(root).render(app)
void loadOtherStyles()
// Offline reading is set up last: it must not delay the page.
if (import.meta.env['NEWSFOLD_OFFLINE'] === 'on') {
  import('./data/offline/register-service-worker.ts').then(({ registerServiceWorker }) => registerServiceWorker(client)).catch(() => undefined)
}
