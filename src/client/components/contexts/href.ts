import { canonicalUrl } from '../../../shared/contract/permalinks.ts'
import type { Site } from '../../../shared/contract/site.ts'

/** The `href` of a permalink, under the site's base path. */
export function hrefTo(path: string): string {
  return import.meta.env.BASE_URL + path.slice(1)
}

/** A permalink's absolute URL for sharing: at the published site, or at the current origin. */
export function addressOf(path: string, site: Site): string {
  return canonicalUrl(site, path) ?? new URL(hrefTo(path), location.origin).href
}
