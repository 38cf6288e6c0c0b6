import type { Element, ElementContent, Properties, Text } from 'hast'

/** An element with what stands in it; a string is text. */
export function element(tagName: string, properties: Properties, ...children: (ElementContent | string)[]): Element {
  return { type: 'element', tagName, properties, children: children.map((child) => (typeof child === 'string' ? text(child) : child)) }
}

/** Plain text, which may hold anything. */
export function text(value: string): Text {
  return { type: 'text', value }
}
