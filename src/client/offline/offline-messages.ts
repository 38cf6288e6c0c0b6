/** What a page asks of the service worker, in addition to Workbox's own `CACHE_URLS`. */
export type OfflineRequest =
  /** Replace the active worker: the user has agreed. */
  | { readonly type: 'ACTIVATE' }
  /** Are all these files part of your version of the app? The answer, a boolean, comes through the message's port. */
  | { readonly type: 'HAS_FILES'; readonly urls: readonly string[] }
  /** Send `Reachability` to all pages. */
  | { readonly type: 'REPORT_REACHABILITY' }

/** What the service worker sends to every page: whether it could reach the server just now. */
export interface Reachability {
  readonly isReachable: boolean
}

/** The status of the service worker's response for data that is neither reachable nor cached; no file has this status. */
export const NOT_CACHED_STATUS = 204
