import type { JsonLd } from '../../shared/meta/json-ld.ts'
import type { MetaTag } from '../../shared/meta/open-graph.ts'
import type { LinkTag, PageMeta } from '../../shared/meta/page-meta.ts'
import { escapeHtml } from '../../shared/text/escape-html.ts'

/** A page's meta as HTML for its head: title, tags, links, linked data. */
export function toHeadHtml({ title, meta, links, jsonLd }: PageMeta): string {
  return [
    `<title>${escapeHtml(title)}</title>`,
    ...meta.map((tag) => element('meta', tag)),
    toLinksHtml(links),
    ...jsonLd.map((content) => `<script type="application/ld+json">${toJsonForHtml(content)}</script>`),
  ].join('')
}

/** Links as HTML for a page's head. */
export function toLinksHtml(links: readonly LinkTag[]): string {
  return links.map((tag) => element('link', tag)).join('')
}

/** JSON for a script element: nothing in it can end the element or open a comment. */
export function toJsonForHtml(content: JsonLd): string {
  return escapeJson(JSON.stringify(content))
}

/** The same for a text that is JSON already. */
export function escapeJson(json: string): string {
  return json.replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

function element(name: 'meta' | 'link', attributes: MetaTag | LinkTag): string {
  let html = `<${name}`
  for (const attribute in attributes) html += ` ${attribute}="${escapeHtml(attributes[attribute as keyof typeof attributes])}"`
  return `${html}>`
}
