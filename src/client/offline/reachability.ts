import type { Reachability } from './offline-messages.ts'
import { worker } from './worker-scope.ts'

/** What is known by now; a worker that starts anew knows nothing. */
let known: boolean | null = null

/** Tells every page when the server is not reached any more, or again: a system that is on line may not know. */
export const tellReachability = {
  fetchDidFail: () => tell(false),
  fetchDidSucceed: async ({ response }: { response: Response }) => {
    await tell(true)
    return response
  },
}

async function tell(isReachable: boolean): Promise<void> {
  if (known === isReachable) return
  known = isReachable
  for (const page of await worker.clients.matchAll()) page.postMessage({ isReachable } satisfies Reachability)
}
