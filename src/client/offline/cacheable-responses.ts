import type { CacheKind } from '../../shared/contract/cache-policy.ts'

/**
 * Lets only whole answers of this site be kept: none that stands elsewhere, and no page in a missing
 * file's place, which some hosts answer with as if it were the file.
 */
export function wholeAnswers(kind: CacheKind) {
  const isPage = ({ headers }: Response) => /^text\/html\b/i.test(headers.get('content-type') ?? '')
  const isWhole = (response: Response) => response.status === 200 && !response.redirected && (kind === 'pages' || !isPage(response))
  return {
    cacheWillUpdate: ({ response }: { response: Response }) => Promise.resolve(isWhole(response) ? response : null),
  }
}
