/**
 * Runs in the page before the app's code has arrived: if the address contains a filter, it starts the worker,
 * which fetches what the search needs. `searchInWorker` takes the worker over.
 */
// A copy of its own: this code is inlined into pages, and imports nothing there.
import './trusted-types.ts?inlined'
import type { PageData } from '../../shared/contract/render-page.ts'
import type { SearchRequest } from './messages.ts'

const page = document.getElementById('page-data')
// Set by the inline script of `index.html` when the address contains a filter.
if ('elsewhere' in document.documentElement.dataset && page !== null) {
  const data = JSON.parse(page.textContent) as PageData
  if (data.view === 'feed') {
    const worker = new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' })
    worker.onerror = () => {
      globalThis.prefetchWorker = undefined
    }
    const source = { name: data.catalog.version, language: data.site.language }
    const prefetch = { topic: data.topic?.slug ?? null, search: location.search }
    worker.postMessage({ source, prefetch } satisfies SearchRequest)
    globalThis.prefetchWorker = worker
  }
}
