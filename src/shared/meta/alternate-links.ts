import { documentTitle } from './document-title.ts'
import { absoluteUrl, feedFilePath, feedPath, siteFiles, type FeedFormat } from '../contract/permalinks.ts'
import type { Site } from '../contract/site.ts'

/** A `<link>` to another form of a page, for browsers and feed readers. */
export interface AlternateLink {
  readonly rel: 'alternate' | 'search'
  readonly type: string
  readonly title: string
  /** Absolute. */
  readonly href: string
}

const FORMATS: readonly { readonly format: FeedFormat; readonly type: string; readonly name: string }[] = [
  { format: 'rss', type: 'application/rss+xml', name: 'RSS' },
  { format: 'atom', type: 'application/atom+xml', name: 'Atom' },
  { format: 'json', type: 'application/feed+json', name: 'JSON Feed' },
]

/** A page with feeds of its own, and the name of what they list. */
export interface FeedPage {
  readonly path: string
  readonly name: string | null
}

/**
 * The links of a page: its own feeds first where it has any, the whole site's feeds, and the browser's
 * search. None while the site's address is unknown, because then these files don't exist.
 */
export function alternateLinks({ title, url }: Site, own: FeedPage | null): AlternateLink[] {
  if (url === null) return []
  const feeds = ({ path, name: view }: FeedPage) =>
    FORMATS.map(({ format, type, name }): AlternateLink => {
      return { rel: 'alternate', type, title: `${documentTitle(view, title)} (${name})`, href: absoluteUrl(url, feedFilePath(format, path)) }
    })
  const search = { rel: 'search', type: 'application/opensearchdescription+xml', title, href: url + siteFiles.openSearch } as const
  return [...(own === null ? [] : feeds(own)), ...feeds({ path: feedPath, name: null }), search]
}
