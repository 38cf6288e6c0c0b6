import type { Find } from '../../shared/find.ts'
import { MissingFile } from '../data/fetch-bundle.ts'
import type { FindRequest, FindResponse } from './find-messages.ts'

interface Waiting {
  readonly resolve: (answer: never) => void
  readonly reject: (reason: Error) => void
}

let worker: Worker | null = null
let asked = 0
const waiting = new Map<number, Waiting>()

/**
 * The engine over the index a catalog names, in a worker that starts with the first question. Once
 * `signal` is aborted, questions are rejected with its reason and the worker drops them.
 */
export function connectFind(index: string, signal?: AbortSignal): Find {
  const ask = <K extends keyof Find>(name: K, ...args: Parameters<Find[K]>) => send({ index, ask: name, args }, signal) as ReturnType<Find[K]>
  return {
    find: (filter) => ask('find', filter),
    count: (filter) => ask('count', filter),
    seekFacets: (filter, kind, sought) => ask('seekFacets', filter, kind, sought),
    names: (keys) => ask('names', keys),
    nearest: (words, limit) => ask('nearest', words, limit),
  }
}

function send(request: Omit<Exclude<FindRequest, { abort: true }>, 'id'>, signal: AbortSignal | undefined): Promise<unknown> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted()
    const id = ++asked
    const port = (worker ??= startWorker())
    const abort = () => {
      if (!waiting.delete(id)) return
      port.postMessage({ id, abort: true } satisfies FindRequest)
      reject(signal?.reason as Error)
    }
    signal?.addEventListener('abort', abort, { once: true })
    waiting.set(id, { resolve, reject })
    port.postMessage({ ...request, id } satisfies FindRequest)
  })
}

function startWorker(): Worker {
  const started = new Worker(new URL('./find-worker.ts', import.meta.url), { type: 'module' })
  started.onmessage = ({ data: response }: MessageEvent<FindResponse>) => {
    const asker = waiting.get(response.id)
    waiting.delete(response.id)
    if ('answer' in response) asker?.resolve(response.answer as never)
    else if ('missing' in response) asker?.reject(new MissingFile(response.missing))
    else asker?.reject(new Error(response.failure))
  }
  // The worker's own code could not be fetched, or broke: the next question starts another.
  started.onerror = (event) => {
    started.terminate()
    worker = null
    for (const { reject } of waiting.values()) reject(new Error(event.message))
    waiting.clear()
  }
  return started
}
