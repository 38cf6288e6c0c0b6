import { createHash } from 'node:crypto'
import type { HtmlTagDescriptor } from 'vite'
import type { ImagesSetting } from '../config/read-options.ts'
import { directionOf } from '../../shared/text/direction.ts'
import { FILTER_PARAMETERS } from '../../shared/filter/feed-filter.ts'
import { escapeHtml } from '../../shared/text/escape-html.ts'
import { policyFor } from './security-headers.ts'
import { siteFiles } from '../../shared/contract/permalinks.ts'
import type { Site } from '../../shared/contract/site.ts'

/** The page with the site's language, direction and title, and the filter's parameters where its script needs them. */
export function describeSite(html: string, { language, title }: Site): string {
  const root = `<html lang="${escapeHtml(language)}" dir="${directionOf(language)}"`
  const named = `<title>${escapeHtml(title)}</title>`
  const described = html.replaceAll('FILTER_PARAMETERS', FILTER_PARAMETERS.join('|')).replace(/<html(?:\s+(?:lang|dir)="[^"]*")*/i, () => root)
  if (/<title>[^]*?<\/title>/i.test(described)) return described.replace(/<title>[^]*?<\/title>/i, () => named)
  return described.replace(/<\/head>/i, (end) => `${named}\n${end}`)
}

/** The link that lets browsers offer to install the app. */
export function manifestLink(base: string): HtmlTagDescriptor {
  return { tag: 'link', attrs: { rel: 'manifest', href: base + siteFiles.manifest }, injectTo: 'head' }
}

/** The page with a Content-Security-Policy that allows its present inline scripts and styles, and no others. */
export function addContentSecurityPolicy(html: string, images: ImagesSetting): string {
  const scripts = inlineHashes(html, /<script(?![^>]*\ssrc=)[^>]*>([^]*?)<\/script>/gi)
  const styles = inlineHashes(html, /<style[^>]*>([^]*?)<\/style>/gi)
  const policy = [`default-src 'none'`, ["script-src 'self'", ...scripts].join(' '), ["style-src 'self'", ...styles].join(' '), ...policyFor(images)].join('; ')
  const tag = `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">`
  // After the charset, which must be in the first 1024 bytes, and before everything it governs.
  const place = /<meta\s+charset[^>]*>/i.test(html) ? /<meta\s+charset[^>]*>/i : /<head[^>]*>/i
  return html.replace(place, (before) => before + tag)
}

/** CSP sources for inline elements, whose content a browser hashes after making every line end LF. */
function inlineHashes(html: string, element: RegExp): string[] {
  return [...html.matchAll(element)].map(([, content = '']) => {
    const hash = createHash('sha256').update(content.replace(/\r\n?/g, '\n')).digest('base64')
    return `'sha256-${hash}'`
  })
}
