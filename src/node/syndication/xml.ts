import { escapeHtml } from '../../shared/text/escape-html.ts'

/** All XML 1.0 does not allow, escaped or not: https://www.w3.org/TR/xml/#charsets */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** The same and whole surrogate pairs: found several times faster, and in few texts. */
const SUSPECT = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD]/

/** What must not stand in XML as it is: that, and `"`, `&`, `<` and `>`. */
const UNSAFE = /[^\t\n\r !#-%'-;=?-\uD7FF\uE000-\uFFFD]/

/** Attributes by name; those that are null are left out. */
export type Attributes = Readonly<Record<string, string | number | null>>

/** Text as it may stand in XML, attributes included; characters that may not are left out. */
export function xmlText(text: string): string {
  return UNSAFE.test(text) ? escapeHtml(withoutForbidden(text)) : text
}

/** An element that holds XML as it is: what this module made, nothing else. */
export function element(name: string, attributes: Attributes, ...xml: readonly string[]): string {
  let start = `<${name}`
  for (const attribute in attributes) {
    const value = attributes[attribute] ?? null
    if (value !== null) start += ` ${attribute}="${xmlText(String(value))}"`
  }
  return xml.length === 0 ? `${start}/>` : `${start}>${xml.join('')}</${name}>`
}

/** An element that holds a text. Without one there is no element: null and empty give ''. */
export function textElement(name: string, text: string | null, attributes: Attributes = {}): string {
  return text === null || text === '' ? '' : element(name, attributes, xmlText(text))
}

/** An element that holds HTML as text. It stands in a CDATA section: markup would be mostly escapes otherwise. */
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
