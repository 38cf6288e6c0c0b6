import { escapeHtml } from './html.ts'

/** All XML 1.0 does not allow, escaped or not: https://www.w3.org/TR/xml/#charsets */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** Attributes by name; those that are null are left out. */
export type Attributes = Readonly<Record<string, string | number | null>>

/** Most texts of a feed are addresses and names: nothing to escape, nothing to look for twice. */
const PLAIN = /^[\w !#$%'()*+,\-./:;=?@[\]~]*$/

/** Text as it may stand in XML, attributes included; characters that may not are left out. */
export function xmlText(text: string): string {
  return PLAIN.test(text) ? text : escapeHtml(text.replace(FORBIDDEN, ''))
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
  const text = html.replace(FORBIDDEN, '').replaceAll(']]>', ']]]]><![CDATA[>')
  return element(name, attributes, `<![CDATA[${text}]]>`)
}

/** A whole XML file. */
export function xmlDocument(root: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${root}\n`
}
