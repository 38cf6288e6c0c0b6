import type { Topic } from '../contract/bundle.ts'
import { documentTitle } from './page-meta.ts'
import { absoluteUrl, siteFiles, syndicationPath } from '../contract/permalinks.ts'
import type { FeedFormat } from '../contract/permalinks.ts'
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

/**
 * The links of a page: a topic's feeds first where the page is a topic's, the whole site's feeds,
 * and the browser's search. None while the site's address is unknown, because then these files don't exist.
 */
export function alternateLinks({ title, url }: Site, topic: Topic | null): AlternateLink[] {
  if (url === null) return []
  const feeds = (slug: string | null, view: string | null) =>
    FORMATS.map(({ format, type, name }): AlternateLink => {
      return { rel: 'alternate', type, title: `${documentTitle(view, title)} (${name})`, href: absoluteUrl(url, syndicationPath(format, slug)) }
    })
  const search = { rel: 'search', type: 'application/opensearchdescription+xml', title, href: url + siteFiles.openSearch } as const
  return [...(topic === null ? [] : feeds(topic.slug, topic.name)), ...feeds(null, null), search]
}
