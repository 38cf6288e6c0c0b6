import type { RouteHandlerCallback, RouteHandlerCallbackOptions } from 'workbox-core/types.js'
import { GIVE_UP, PATIENCE } from './limits.ts'
import { learn } from './reachability.ts'

interface Asked {
  timer?: ReturnType<typeof setTimeout>
}

/**
 * Gives up what a server has not begun to answer: a browser opens few connections to it, and asks for a file
 * once at a time. Later than others answer in its place, as what comes late is kept and tells of the server.
 */
export const giveUpSilence = {
  requestWillFetch: ({ request, state }: { request: Request; state: Asked }) => {
    // With a signal it would be no navigation any more, which hosts can tell.
    if (request.mode === 'navigate') return Promise.resolve(request)
    const attempt = new AbortController()
    request.signal.addEventListener('abort', () => attempt.abort(request.signal.reason))
    state.timer = setTimeout(() => attempt.abort(new DOMException('The server is silent', 'TimeoutError')), GIVE_UP * 1000)
    return Promise.resolve(new Request(request, { signal: attempt.signal }))
  },
  // Its head is there: the rest is waited for.
  fetchDidSucceed: ({ response, state }: { response: Response; state: Asked }) => {
    clearTimeout(state.timer)
    return Promise.resolve(response)
  },
  fetchDidFail: ({ state }: { state: Asked }) => {
    clearTimeout(state.timer)
    return Promise.resolve()
  },
}

/** Fails when there is no answer in time, as if the server were not reached: for strategies that would wait on. */
export function inTime(strategy: { handle(options: RouteHandlerCallbackOptions): Promise<Response> }): RouteHandlerCallback {
  return async (options) => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const silence = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), PATIENCE * 1000)
    })
    const answer = await Promise.race([strategy.handle(options), silence]).finally(() => clearTimeout(timer))
    if (answer !== null) return answer
    await learn(false)
    throw new Error(`No answer in time for ${options.request.url}`)
  }
}
