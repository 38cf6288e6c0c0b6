import type { Element, ElementContent, Properties, Root, Text } from 'hast'

/** An element with its children; a string becomes text. */
export function element(tagName: string, properties: Properties, ...children: (ElementContent | string)[]): Element {
  return { type: 'element', tagName, properties, children: children.map((child) => (typeof child === 'string' ? text(child) : child)) }
}

/** A text node, escaped when it is written as HTML. */
export function text(value: string): Text {
  return { type: 'text', value }
}

/** The elements of a tree that pass a test, in order. */
export function findElements(parent: Root | Element, test: (element: Element) => boolean): Element[] {
  return parent.children.flatMap((child) => (child.type === 'element' ? [...(test(child) ? [child] : []), ...findElements(child, test)] : []))
}
