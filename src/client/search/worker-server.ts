import { parseFilter } from '../../shared/filter/feed-filter.ts'
import type { SearchEngine } from '../../shared/search/search.ts'
import { fetchBundle, MissingFile } from '../data/network/fetch-bundle.ts'
import type { SearchRequest, SearchResponse, EngineCall } from './messages.ts'
import { loadStem } from './load-stem.ts'
import { FileStore } from './file-store.ts'
import { openSearch, type EngineForSignal } from './open-search.ts'
import type { IndexSource } from './open-index.ts'

/** Where requests arrive and responses go: a worker's global scope. */
export interface RequestPort {
  onmessage: ((event: MessageEvent<SearchRequest>) => void) | null
  postMessage(response: SearchResponse, transfer: Transferable[]): void
}

/** Answers the requests of a port; only the index that was requested last stays open. */
export function serveRequests(port: RequestPort): void {
  const running = new Map<number, AbortController>()
  // One for all: a page that learns its version opens the same index again, under its name.
  const store = new FileStore(fetchBundle)
  let open: { readonly name: string | undefined; readonly engine: EngineForSignal } | null = null

  const engineFor = (source: IndexSource): EngineForSignal => {
    if (open === null || open.name !== source.name) open = { name: source.name, engine: openSearch(store, source, loadStem) }
    return open.engine
  }
  const answer = async (request: EngineCall, signal: AbortSignal): Promise<SearchResponse> => {
    try {
      return { id: request.id, answer: await callEngine(engineFor(request.source)(signal), request) }
    } catch (error) {
      if (error instanceof MissingFile) return { id: request.id, missing: error.file }
      return { id: request.id, failure: error instanceof Error ? error.message : String(error) }
    }
  }

  port.onmessage = ({ data: request }) => {
    if ('abort' in request) {
      running.get(request.id)?.abort()
      return
    }
    if ('prefetch' in request) {
      const { topic, search } = request.prefetch
      // The page reports a failure when it asks itself.
      engineFor(request.source)().search(parseFilter(topic, new URLSearchParams(search))).catch(() => undefined)
      return
    }
    const controller = new AbortController()
    running.set(request.id, controller)
    void answer(request, controller.signal).then((response) => {
      running.delete(request.id)
      port.postMessage(response, 'answer' in response ? buffersOf(response.answer) : [])
    })
  }
}

/** Calls the engine's method; `worker-client.ts` has checked the types of its arguments. */
function callEngine(engine: SearchEngine, { method: name, args }: EngineCall): Promise<unknown> {
  const method = engine[name].bind(engine) as (...args: readonly unknown[]) => Promise<unknown>
  return method(...args)
}

/** Positions are transferred, not copied. */
function buffersOf(answer: unknown): Transferable[] {
  const hasPositions = typeof answer === 'object' && answer !== null && 'positions' in answer
  return hasPositions && answer.positions instanceof Uint32Array ? [answer.positions.buffer] : []
}
