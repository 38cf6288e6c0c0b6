import type { BundleFiles } from '../data/network/bundle-files.ts'

/** Reads one file of the bundle, by its kind and its name on disk, as checked JSON. */
export type ReadFile = <K extends keyof BundleFiles>(kind: K, file: string, signal: AbortSignal) => Promise<BundleFiles[K]>

/** Characters of JSON cached in memory; the least recently used files are evicted first. */
const MAX_CACHED = 24 * 2 ** 20

interface CachedFile {
  readonly content: Promise<unknown>
  readonly controller: AbortController
  /** Callers still waiting for it. */
  waiting: number
  /** Characters; 0 while loading. */
  size: number
}

/**
 * Reads each file once, however many callers want it. A download that nobody waits for any more is
 * aborted, so that typing does not pile up downloads; a file that failed is requested again.
 */
export class FileStore {
  readonly #read: ReadFile
  /** Least recently used first. */
  readonly #files = new Map<string, CachedFile>()
  #size = 0

  constructor(read: ReadFile) {
    this.#read = read
  }

  async load<K extends keyof BundleFiles>(kind: K, file: string, signal?: AbortSignal): Promise<BundleFiles[K]> {
    signal?.throwIfAborted()
    const cached = this.#files.get(file) ?? this.#begin(kind, file)
    this.#files.delete(file)
    this.#files.set(file, cached)
    if (signal === undefined || cached.size > 0) {
      cached.waiting++
      return (await cached.content) as BundleFiles[K]
    }
    return (await this.#waitUnlessAborted(file, cached, signal)) as BundleFiles[K]
  }

  #begin(kind: keyof BundleFiles, file: string): CachedFile {
    const controller = new AbortController()
    const content = this.#read(kind, file, controller.signal)
    const cached: CachedFile = { content, controller, waiting: 0, size: 0 }
    content.then(
      (json) => this.#cache(cached, JSON.stringify(json).length),
      () => this.#remove(file, cached),
    )
    return cached
  }

  #waitUnlessAborted(file: string, cached: CachedFile, signal: AbortSignal): Promise<unknown> {
    cached.waiting++
    return new Promise((resolve, reject) => {
      const abort = () => {
        reject(signal.reason as Error)
        if (--cached.waiting > 0 || cached.size > 0) return
        this.#remove(file, cached)
        cached.controller.abort(signal.reason)
      }
      signal.addEventListener('abort', abort, { once: true })
      cached.content.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
    })
  }

  #cache(cached: CachedFile, size: number): void {
    cached.size = size
    this.#size += size
    for (const [file, oldest] of this.#files) {
      if (this.#size <= MAX_CACHED || oldest === cached) return
      if (oldest.size === 0) continue
      this.#size -= oldest.size
      this.#files.delete(file)
    }
  }

  #remove(file: string, cached: CachedFile): void {
    if (this.#files.get(file) === cached) this.#files.delete(file)
  }
}
