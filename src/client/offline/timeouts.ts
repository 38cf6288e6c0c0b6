import type { RouteHandlerCallback, RouteHandlerCallbackOptions } from 'workbox-core/types.js'
import { ABORT_AFTER, FALLBACK_AFTER } from './limits.ts'
import { setReachable } from './reachability.ts'

interface RequestState {
  timer?: ReturnType<typeof setTimeout>
}

/**
 * A Workbox plugin that aborts a request when the server does not begin to answer, because a browser opens few
 * connections to a server and requests a file once at a time. Waits longer than `FALLBACK_AFTER`: a late
 * response is still cached and shows that the server can be reached.
 */
export const abortSlowRequests = {
  requestWillFetch: ({ request, state }: { request: Request; state: RequestState }) => {
    // A request with a signal can't be a navigation, and hosts treat the two differently.
    if (request.mode === 'navigate') return Promise.resolve(request)
    const controller = new AbortController()
    request.signal.addEventListener('abort', () => controller.abort(request.signal.reason))
    state.timer = setTimeout(() => controller.abort(new DOMException('The server did not answer', 'TimeoutError')), ABORT_AFTER * 1000)
    return Promise.resolve(new Request(request, { signal: controller.signal }))
  },
  // The headers have arrived; the body may take longer.
  fetchDidSucceed: ({ response, state }: { response: Response; state: RequestState }) => {
    clearTimeout(state.timer)
    return Promise.resolve(response)
  },
  fetchDidFail: ({ state }: { state: RequestState }) => {
    clearTimeout(state.timer)
    return Promise.resolve()
  },
}

/** Makes a strategy fail after `FALLBACK_AFTER`, as if the server could not be reached, instead of waiting longer. */
export function withTimeout(strategy: { handle(options: RouteHandlerCallbackOptions): Promise<Response> }): RouteHandlerCallback {
  return async (options) => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const timeout = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), FALLBACK_AFTER * 1000)
    })
    const response = await Promise.race([strategy.handle(options), timeout]).finally(() => clearTimeout(timer))
    if (response !== null) return response
    await setReachable(false)
    throw new Error(`No answer in time for ${options.request.url}`)
  }
}
