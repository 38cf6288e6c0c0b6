/** The parts of a service worker's scope that are used here; the types of the page have none. */
interface WorkerScope {
  readonly registration: { readonly scope: string; unregister(): Promise<boolean> }
  readonly clients: { matchAll(): Promise<readonly { postMessage(message: unknown): void }[]> }
  skipWaiting(): Promise<void>
  addEventListener(name: 'install' | 'activate', listen: (event: Lifetime) => void): void
  addEventListener(name: 'message', listen: (event: MessageEvent<unknown>) => void): void
}

/** An event the worker stays alive for. */
export interface Lifetime {
  waitUntil(work: Promise<unknown>): void
}

/** This worker. */
export const worker = globalThis as unknown as WorkerScope
