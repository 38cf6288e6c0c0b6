import type { Reachability } from './offline-messages.ts'
import { worker } from './worker-scope.ts'

/** Whether the server answered last time; null in a worker that has just started, so that its first result is always reported. */
let lastReported: boolean | null = null

interface RequestState {
  /** The page aborted the request. */
  isAborted?: boolean
}

/** A Workbox plugin that reports to all pages when the server can no longer be reached, or can be reached again. */
export const reportReachability = {
  fetchDidFail: async ({ error, state }: { error: Error; state: RequestState }) => {
    // An aborted request says nothing about the server.
    state.isAborted = error.name === 'AbortError'
    if (!state.isAborted) await setReachable(false)
  },
  fetchDidSucceed: async ({ response }: { response: Response }) => {
    await setReachable(true)
    return response
  },
}

/** The same for a strategy that reads the cache only after the server has failed or was too slow. */
export const reportFallback = {
  ...reportReachability,
  cachedResponseWillBeUsed: async ({ cachedResponse, state }: { cachedResponse?: Response; state: RequestState }) => {
    if (state.isAborted !== true) await setReachable(false)
    return cachedResponse
  },
}

/** Notifies all pages when this changes. */
export async function setReachable(isReachable: boolean): Promise<void> {
  if (lastReported === isReachable) return
  lastReported = isReachable
  await notifyPages()
}

/** Sends the last known result, if any, to all pages. */
export async function notifyPages(): Promise<void> {
  if (lastReported === null) return
  for (const page of await worker.clients.matchAll()) page.postMessage({ isReachable: lastReported } satisfies Reachability)
}
