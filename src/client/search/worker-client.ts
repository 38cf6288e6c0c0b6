import type { SearchEngine } from '../../shared/search/search.ts'
import { MissingFile } from '../data/network/fetch-bundle.ts'
import type { SearchRequest, SearchResponse, EngineCall } from './messages.ts'
import type { IndexSource } from './open-index.ts'

declare global {
  /** A worker that `prefetch.ts` has started. */
  var prefetchWorker: Worker | undefined
}

interface PendingCall {
  readonly resolve: (answer: unknown) => void
  readonly reject: (reason: Error) => void
}

/**
 * The engine over one index. Once `signal` is aborted, its calls are rejected
 * with the signal's reason, and the worker drops them.
 */
export type ConnectEngine = (source: IndexSource, signal?: AbortSignal) => SearchEngine

/** A connection to the engine in its own worker, which starts with the first call. */
export function searchInWorker(): ConnectEngine {
  let worker: Worker | null = null
  let lastId = 0
  const pending = new Map<number, PendingCall>()

  const start = (): Worker => {
    const started = globalThis.prefetchWorker ?? new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' })
    globalThis.prefetchWorker = undefined
    started.onmessage = ({ data: response }: MessageEvent<SearchResponse>) => {
      const call = pending.get(response.id)
      pending.delete(response.id)
      if ('answer' in response) call?.resolve(response.answer)
      else call?.reject('missing' in response ? new MissingFile(response.missing) : new Error(response.failure))
    }
    // Its code could not be fetched, or it crashed: the next call starts another.
    started.onerror = (event) => {
      started.terminate()
      worker = null
      for (const { reject } of pending.values()) reject(new Error(`The search failed: ${event.message}`))
      pending.clear()
    }
    return started
  }

  const post = (call: Omit<EngineCall, 'id'>, signal: AbortSignal | undefined) =>
    new Promise<unknown>((resolve, reject) => {
      signal?.throwIfAborted()
      const id = ++lastId
      const port = (worker ??= start())
      pending.set(id, { resolve, reject })
      port.postMessage({ ...call, id } satisfies SearchRequest)
      signal?.addEventListener(
        'abort',
        () => {
          if (!pending.delete(id)) return
          reject(signal.reason as Error)
          port.postMessage({ id, abort: true } satisfies SearchRequest)
        },
        { once: true },
      )
    })

  return (source, signal) => {
    const send = <K extends keyof SearchEngine>(name: K, ...args: Parameters<SearchEngine[K]>) => post({ source, method: name, args }, signal) as ReturnType<SearchEngine[K]>
    return {
      search: (filter) => send('search', filter),
      matchingIds: (filter) => send('matchingIds', filter),
      searchCached: (filter) => send('searchCached', filter),
      suggestQuery: (filter) => send('suggestQuery', filter),
      countFacets: (filter, choices) => send('countFacets', filter, choices),
      searchFacets: (filter, kind, text) => send('searchFacets', filter, kind, text),
      facetNames: (keys) => send('facetNames', keys),
      similarTitles: (words, limit) => send('similarTitles', words, limit),
    }
  }
}
