/**
 * Runs alone, in the page itself, before the reader's code is there: where an address holds a filter, the
 * worker starts and fetches what it takes to answer. `findInWorker` takes it over.
 */
import type { PageData } from '../../shared/contract/render-page.ts'
import type { FindRequest } from './messages.ts'

const page = document.getElementById('page-data')
// The page's first script has looked at the address: see `index.html`.
if ('elsewhere' in document.documentElement.dataset && page !== null) {
  const data = JSON.parse(page.textContent) as PageData
  if (data.view === 'feed') {
    const worker = new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' })
    worker.onerror = () => {
      globalThis.earlyFindWorker = undefined
    }
    const source = { name: data.catalog.version, language: data.site.language }
    const early = { topic: data.topic?.slug ?? null, search: location.search }
    worker.postMessage({ source, early } satisfies FindRequest)
    globalThis.earlyFindWorker = worker
  }
}
