import type { Reachability } from './offline-messages.ts'
import { worker } from './worker-scope.ts'

/** What is known by now; null for a worker that has started anew, whose first answer is news to pages that were told by the one before. */
let known: boolean | null = null

interface Asked {
  /** By the page. */
  isGivenUp?: boolean
}

/** Tells every page when the server is not reached any more, or again: a system that is on line may not know. */
export const tellReachability = {
  fetchDidFail: async ({ error, state }: { error: Error; state: Asked }) => {
    // What the page itself has given up says nothing of the server.
    state.isGivenUp = error.name === 'AbortError'
    if (!state.isGivenUp) await learn(false)
  },
  fetchDidSucceed: async ({ response }: { response: Response }) => {
    await learn(true)
    return response
  },
}

/** The same for a strategy that looks among what is kept only when the server has failed, or is silent for too long. */
export const tellSilence = {
  ...tellReachability,
  cachedResponseWillBeUsed: async ({ cachedResponse, state }: { cachedResponse?: Response; state: Asked }) => {
    if (state.isGivenUp !== true) await learn(false)
    return cachedResponse
  },
}

export async function learn(isReachable: boolean): Promise<void> {
  if (known === isReachable) return
  known = isReachable
  await tellPages()
}

/** Tells all pages what is known, if anything is: one that has just opened asks. */
export async function tellPages(): Promise<void> {
  if (known === null) return
  for (const page of await worker.clients.matchAll()) page.postMessage({ isReachable: known } satisfies Reachability)
}
