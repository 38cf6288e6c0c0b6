import type { Find } from '../../shared/find.ts'
import type { IndexSource } from './open-index.ts'

/** What the page asks of the worker. */
export type FindRequest =
  | { readonly id: number; readonly source: IndexSource; readonly ask: keyof Find; readonly args: readonly unknown[] }
  /** Nobody waits for this answer any more. */
  | { readonly id: number; readonly abort: true }

/** What the worker answers. `missing` names a file that the bundle does not hold. */
export type FindResponse =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly missing: string }
  | { readonly id: number; readonly failure: string }
