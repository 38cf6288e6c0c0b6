import type { Element, ElementContent } from 'hast'
import { element, text } from './hast.ts'

/** How the first paragraph of a callout begins: `[!note]`, `[!tip]-` (folded) or `[!warning] Title`. */
const MARKER = /^\[!([A-Za-z][\w-]*)\][+-]?[ \t]*([^\n]*)\n?/

/** Turns the marker of a callout (GitHub, Obsidian) into a title in bold type. Other quotes stay as they are. */
export function adaptCallout(quote: Element): void {
  const index = quote.children.findIndex(({ type }) => type === 'element')
  const paragraph = quote.children[index]
  if (paragraph?.type !== 'element' || paragraph.tagName !== 'p') return
  const [first, ...others] = paragraph.children
  const match = first?.type === 'text' ? MARKER.exec(first.value) : null
  if (first?.type !== 'text' || match === null) return
  const [marker, kind = '', title = ''] = match
  // Markup on the line of the marker belongs to the title.
  const end = marker.endsWith('\n') ? 0 : others.findIndex((node) => node.type === 'text' && node.value.includes('\n'))
  const inTitle = marker.endsWith('\n') ? [] : end === -1 ? others : others.slice(0, end)
  const heading: ElementContent[] = title === '' && inTitle.length === 0 ? [text(kind.charAt(0).toUpperCase() + kind.slice(1))] : [text(title), ...inTitle]
  const rest = marker.endsWith('\n') ? [text(first.value.slice(marker.length)), ...others] : end === -1 ? [] : others.slice(end)
  const isBlank = rest.every((node) => node.type === 'text' && node.value.trim() === '')
  quote.children.splice(index, 1, element('p', {}, element('strong', {}, ...heading)), ...(isBlank ? [] : [element('p', {}, ...rest)]))
}
