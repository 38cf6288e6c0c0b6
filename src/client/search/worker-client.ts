import type { Find } from '../../shared/search/search.ts'
import { MissingFile } from '../data/fetch-bundle.ts'
import type { FindRequest, FindResponse, Question } from './messages.ts'
import type { IndexSource } from './open-index.ts'

declare global {
  /** A worker that `start-early.ts` has started. */
  var earlyFindWorker: Worker | undefined
}

interface Asker {
  readonly resolve: (answer: unknown) => void
  readonly reject: (reason: Error) => void
}

/**
 * The engine over one index. Once `signal` is aborted, its questions are rejected
 * with the signal's reason, and the worker drops them.
 */
export type ConnectFind = (source: IndexSource, signal?: AbortSignal) => Find

/** A connection to the engine in a worker of its own, which starts with the first question. */
export function findInWorker(): ConnectFind {
  let worker: Worker | null = null
  let asked = 0
  const askers = new Map<number, Asker>()

  const start = (): Worker => {
    const started = globalThis.earlyFindWorker ?? new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' })
    globalThis.earlyFindWorker = undefined
    started.onmessage = ({ data: response }: MessageEvent<FindResponse>) => {
      const asker = askers.get(response.id)
      askers.delete(response.id)
      if ('answer' in response) asker?.resolve(response.answer)
      else asker?.reject('missing' in response ? new MissingFile(response.missing) : new Error(response.failure))
    }
    // Its code could not be fetched, or broke: the next question starts another.
    started.onerror = (event) => {
      started.terminate()
      worker = null
      for (const { reject } of askers.values()) reject(new Error(`Stories cannot be found: ${event.message}`))
      askers.clear()
    }
    return started
  }

  const ask = (question: Omit<Question, 'id'>, signal: AbortSignal | undefined) =>
    new Promise<unknown>((resolve, reject) => {
      signal?.throwIfAborted()
      const id = ++asked
      const port = (worker ??= start())
      askers.set(id, { resolve, reject })
      port.postMessage({ ...question, id } satisfies FindRequest)
      signal?.addEventListener(
        'abort',
        () => {
          if (!askers.delete(id)) return
          reject(signal.reason as Error)
          port.postMessage({ id, abort: true } satisfies FindRequest)
        },
        { once: true },
      )
    })

  return (source, signal) => {
    const send = <K extends keyof Find>(name: K, ...args: Parameters<Find[K]>) => ask({ source, ask: name, args }, signal) as ReturnType<Find[K]>
    return {
      find: (filter) => send('find', filter),
      findKept: (filter) => send('findKept', filter),
      count: (filter) => send('count', filter),
      seekFacets: (filter, kind, sought) => send('seekFacets', filter, kind, sought),
      names: (keys) => send('names', keys),
      nearest: (words, limit) => send('nearest', words, limit),
    }
  }
}
