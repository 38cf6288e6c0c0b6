import type { CacheKind } from '../../shared/contract/cache-policy.ts'

/**
 * A Workbox plugin that caches only complete responses of this site: no redirects, and no HTML page in place of
 * a missing file, which some hosts send with status 200.
 */
export function onlyCompleteResponses(kind: CacheKind) {
  const isPage = ({ headers }: Response) => /^text\/html\b/i.test(headers.get('content-type') ?? '')
  const isComplete = (response: Response) => response.status === 200 && !response.redirected && (kind === 'pages' || !isPage(response))
  return {
    cacheWillUpdate: ({ response }: { response: Response }) => Promise.resolve(isComplete(response) ? response : null),
  }
}
