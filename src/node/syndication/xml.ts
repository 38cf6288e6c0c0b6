import { escapeHtml } from '../../shared/text/escape-html.ts'

/** All XML 1.0 does not allow, escaped or not: https://www.w3.org/TR/xml/#charsets */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** A faster check, which also matches whole surrogate pairs. */
const SUSPECT = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD]/

/** Everything that XML must escape or leave out: that, and `"`, `&`, `<` and `>`. */
const UNSAFE = /[^\t\n\r !#-%'-;=?-\uD7FF\uE000-\uFFFD]/

/** Attributes by name; those that are null are left out. */
export type Attributes = Readonly<Record<string, string | number | null>>

/** Text escaped for XML, attributes included, without the characters that XML forbids. */
export function xmlText(text: string): string {
  return UNSAFE.test(text) ? escapeHtml(withoutForbidden(text)) : text
}

/** An element around XML that this module has made; nothing else may be passed. */
export function element(name: string, attributes: Attributes, ...xml: readonly string[]): string {
  let start = `<${name}`
  for (const attribute in attributes) {
    const value = attributes[attribute] ?? null
    if (value !== null) start += ` ${attribute}="${xmlText(String(value))}"`
  }
  return xml.length === 0 ? `${start}/>` : `${start}>${xml.join('')}</${name}>`
}

/** An element around a text; '' for null or an empty text. */
export function textElement(name: string, text: string | null, attributes: Attributes = {}): string {
  return text === null || text === '' ? '' : element(name, attributes, xmlText(text))
}

/** An element around HTML as text, in a CDATA section because markup would become mostly escapes. */
export function htmlElement(name: string, html: string, attributes: Attributes = {}): string {
  const text = withoutForbidden(html).replaceAll(']]>', ']]]]><![CDATA[>')
  return element(name, attributes, `<![CDATA[${text}]]>`)
}

/** A whole XML file. */
export function xmlDocument(root: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${root}\n`
}

function withoutForbidden(text: string): string {
  return SUSPECT.test(text) ? text.replace(FORBIDDEN, '') : text
}
