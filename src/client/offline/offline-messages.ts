/** What a page asks of the service worker, beside Workbox's own `CACHE_URLS`. */
export type OfflineRequest =
  /** Take over from the worker before: the reader has agreed. */
  | { readonly type: 'ACTIVATE' }
  /** Are these all files of the reader you keep? Answered by a boolean through the port that comes along. */
  | { readonly type: 'HOLDS'; readonly urls: readonly string[] }
  /** Tell your pages whether the server can be reached. */
  | { readonly type: 'TELL' }

/** What the service worker tells every page: whether the server could be reached just now. */
export interface Reachability {
  readonly isReachable: boolean
}
