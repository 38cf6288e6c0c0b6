import type { Find } from '../../shared/search/search.ts'
import type { IndexSource } from './open-index.ts'

/** A question, and the number its answer will have. */
export interface Question {
  readonly id: number
  readonly source: IndexSource
  readonly ask: keyof Find
  readonly args: readonly unknown[]
}

/** What the page asks of the worker. */
export type FindRequest =
  | Question
  /** What an address asks for, before the page can: what it takes to answer that is fetched. `topic` is the page's own. */
  | { readonly source: IndexSource; readonly early: { readonly topic: string | null; readonly search: string } }
  /** Nobody waits for this answer any more. */
  | { readonly id: number; readonly abort: true }

/** What the worker answers. `missing` names a file that the bundle does not hold. */
export type FindResponse =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly missing: string }
  | { readonly id: number; readonly failure: string }
