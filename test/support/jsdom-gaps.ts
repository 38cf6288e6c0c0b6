import { serveRequests, type RequestPort } from '../../src/client/search/worker-server.ts'
import type { SearchRequest } from '../../src/client/search/messages.ts'

/**
 * Parts of a browser that jsdom lacks, for a narrow window that is never scrolled.
 * The browser tests cover what they really do.
 */
class NeverIntersecting implements IntersectionObserver {
  readonly root = null
  readonly rootMargin = ''
  readonly scrollMargin = ''
  readonly thresholds = []
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
  takeRecords(): IntersectionObserverEntry[] {
    return []
  }
}

/** The search worker, in the page's own process; messages are copied as they are for a real worker. */
class WorkerInProcess extends EventTarget implements Worker {
  onmessage: Worker['onmessage'] = null
  onmessageerror = null
  onerror = null
  readonly #scope: RequestPort = {
    onmessage: null,
    postMessage: (response, transfer) => {
      const data: unknown = structuredClone(response, { transfer })
      queueMicrotask(() => void this.onmessage?.call(this, new MessageEvent('message', { data })))
    },
  }

  constructor() {
    super()
    serveRequests(this.#scope)
  }

  postMessage(request: SearchRequest): void {
    const data = structuredClone(request)
    queueMicrotask(() => this.#scope.onmessage?.(new MessageEvent('message', { data })))
  }

  terminate(): void {
    this.#scope.onmessage = null
  }
}

globalThis.Worker = WorkerInProcess

class NeverResizing implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

globalThis.ResizeObserver = NeverResizing
globalThis.IntersectionObserver = NeverIntersecting
globalThis.matchMedia = (media) => Object.assign(new EventTarget(), { matches: false, media, onchange: null }) as MediaQueryList
globalThis.scrollTo = () => undefined

// There is no layout, so nothing scrolls.
Element.prototype.scrollIntoView = () => undefined
