import { parseFilter } from '../../shared/filter/feed-filter.ts'
import type { Find } from '../../shared/search/search.ts'
import { fetchBundle, MissingFile } from '../data/fetch-bundle.ts'
import type { FindRequest, FindResponse, Question } from './messages.ts'
import { loadStem } from './load-stem.ts'
import { openFind, type FindFor } from './open-search.ts'
import type { IndexSource } from './open-index.ts'

/** Where requests come from and responses go: a worker's own scope. */
export interface RequestPort {
  onmessage: ((event: MessageEvent<FindRequest>) => void) | null
  postMessage(response: FindResponse, transfer: Transferable[]): void
}

/** Answers what is asked through a port, by the index that was asked for last. */
export function answerRequests(port: RequestPort): void {
  const running = new Map<number, AbortController>()
  let open: { readonly name: string | undefined; readonly find: FindFor } | null = null

  const findIn = (source: IndexSource): FindFor => {
    if (open === null || open.name !== source.name) open = { name: source.name, find: openFind(fetchBundle, source, loadStem) }
    return open.find
  }
  const answer = async (request: Question, signal: AbortSignal): Promise<FindResponse> => {
    try {
      return { id: request.id, answer: await ask(findIn(request.source)(signal), request) }
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
    if ('early' in request) {
      const { topic, search } = request.early
      // What fails now is told when the page asks.
      findIn(request.source)().find(parseFilter(topic, new URLSearchParams(search))).catch(() => undefined)
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

/** Asks the engine what the request's name and arguments say; `connectFind` typed them. */
function ask(find: Find, { ask: name, args }: Question): Promise<unknown> {
  const method = find[name].bind(find) as (...args: readonly unknown[]) => Promise<unknown>
  return method(...args)
}

/** Positions are handed over, not copied. */
function buffersOf(answer: unknown): Transferable[] {
  const isFound = typeof answer === 'object' && answer !== null && 'positions' in answer
  return isFound && answer.positions instanceof Uint32Array ? [answer.positions.buffer] : []
}
