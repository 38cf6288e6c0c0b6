import type { SearchEngine } from '../../shared/search/search.ts'
import type { IndexSource } from './open-index.ts'

/** A call of one of the engine's methods; its answer carries the same `id`. */
export interface EngineCall {
  readonly id: number
  readonly source: IndexSource
  readonly method: keyof SearchEngine
  readonly args: readonly unknown[]
}

/** What the page sends to the worker. */
export type SearchRequest =
  | EngineCall
  /** Fetches what the search of an address needs, before the page can ask. `topic` is the page's own. */
  | { readonly source: IndexSource; readonly prefetch: { readonly topic: string | null; readonly search: string } }
  /** Nobody waits for this answer any more. */
  | { readonly id: number; readonly abort: true }

/** What the worker answers. `missing` names a file that is not in the bundle. */
export type SearchResponse =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly missing: string }
  | { readonly id: number; readonly failure: string }
