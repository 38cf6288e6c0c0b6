import { canonicalUrl } from '../../../shared/contract/permalinks.ts'
import type { Site } from '../../../shared/contract/site.ts'

/** What a link's `href` says for a permalink, under the base path the site is built for. */
export function hrefTo(path: string): string {
  return import.meta.env.BASE_URL + path.slice(1)
}

/** A permalink's absolute address, to be passed on: where the site is published, or where it is open. */
export function addressOf(path: string, site: Site): string {
  return canonicalUrl(site, path) ?? new URL(hrefTo(path), location.origin).href
}
