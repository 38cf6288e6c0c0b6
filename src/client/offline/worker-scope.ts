/** The used parts of a service worker's global scope, which the DOM types lack. */
interface WorkerScope {
  readonly registration: { readonly scope: string; unregister(): Promise<boolean> }
  readonly clients: { matchAll(): Promise<readonly { postMessage(message: unknown): void }[]> }
  skipWaiting(): Promise<void>
  addEventListener(name: 'install' | 'activate', listen: (event: Lifetime) => void): void
  addEventListener(name: 'message', listen: (event: MessageEvent<unknown>) => void): void
}

/** An event that keeps the worker running. */
export interface Lifetime {
  waitUntil(work: Promise<unknown>): void
}

/** This worker. */
export const worker = globalThis as unknown as WorkerScope
