/** Reads one file of the bundle, by its name on disk, as the JSON it holds. */
export type ReadFile = (file: string, signal: AbortSignal) => Promise<unknown>

/** Characters of JSON kept in memory; the files used longest ago go first. */
const KEPT = 24 * 2 ** 20

interface Stored {
  readonly content: Promise<unknown>
  readonly controller: AbortController
  /** Callers who still wait for it. */
  waiting: number
  /** Characters; 0 while it is on its way. */
  size: number
}

/**
 * Reads each file once, whoever asks for it. A file nobody waits for any more is not downloaded to
 * its end, so that typing does not pile up downloads; one that could not be read is asked for again.
 */
export class FileStore {
  readonly #read: ReadFile
  /** The file used last comes last. */
  readonly #files = new Map<string, Stored>()
  #size = 0

  constructor(read: ReadFile) {
    this.#read = read
  }

  async load<T>(file: string, signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted()
    const stored = this.#files.get(file) ?? this.#begin(file)
    this.#files.delete(file)
    this.#files.set(file, stored)
    if (signal === undefined || stored.size > 0) {
      stored.waiting++
      return (await stored.content) as T
    }
    return (await this.#waitUnlessAborted(file, stored, signal)) as T
  }

  #begin(file: string): Stored {
    const controller = new AbortController()
    const content = this.#read(file, controller.signal)
    const stored: Stored = { content, controller, waiting: 0, size: 0 }
    content.then(
      (json) => this.#keep(stored, JSON.stringify(json).length),
      () => this.#forget(file, stored),
    )
    return stored
  }

  #waitUnlessAborted(file: string, stored: Stored, signal: AbortSignal): Promise<unknown> {
    stored.waiting++
    return new Promise((resolve, reject) => {
      const abort = () => {
        reject(signal.reason as Error)
        if (--stored.waiting > 0 || stored.size > 0) return
        this.#forget(file, stored)
        stored.controller.abort(signal.reason)
      }
      signal.addEventListener('abort', abort, { once: true })
      stored.content.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
    })
  }

  #keep(stored: Stored, size: number): void {
    stored.size = size
    this.#size += size
    for (const [file, oldest] of this.#files) {
      if (this.#size <= KEPT || oldest === stored) return
      if (oldest.size === 0) continue
      this.#size -= oldest.size
      this.#files.delete(file)
    }
  }

  #forget(file: string, stored: Stored): void {
    if (this.#files.get(file) === stored) this.#files.delete(file)
  }
}
