import type { Element, ElementContent, Properties, Text } from 'hast'

/** An element with its children; a string becomes text. */
export function element(tagName: string, properties: Properties, ...children: (ElementContent | string)[]): Element {
  return { type: 'element', tagName, properties, children: children.map((child) => (typeof child === 'string' ? text(child) : child)) }
}

/** A text node, escaped when it is written as HTML. */
export function text(value: string): Text {
  return { type: 'text', value }
}
