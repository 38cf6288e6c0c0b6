import type { DefaultTreeAdapterTypes } from 'parse5'
import { BODY_SCHEMA } from './sanitize.ts'
import type { ParseHtml } from './parse-html.ts'

type Node = DefaultTreeAdapterTypes.Node

/** Elements in which HTML reads all on as text, up to their end tag wherever that is; `plaintext` has none (HTML, 13.2.6.2). */
const READ_ON = new Set(['iframe', 'noembed', 'noframes', 'noscript', 'plaintext', 'script', 'style', 'textarea', 'title', 'xmp'])

/** Others that are left out of a body with all that is in them. */
const LEFT_OUT = new Set(BODY_SCHEMA.strip?.filter((name) => !READ_ON.has(name)))

/** How a comment opens. */
const COMMENT = '!--'

/**
 * Parses a body's HTML. An element that would swallow what follows and never ends was meant to be read, as
 * "the `<title>` of a page" is: its tag is text, and what follows stays what it is.
 */
export function parseUnclosed(html: string, parseHtml: ParseHtml): DefaultTreeAdapterTypes.DocumentFragment {
  let shown = html
  // Where one never ends, those of its name behind it don't either: there is at most one look for each name.
  for (let looks = READ_ON.size + LEFT_OUT.size + 1; looks > 0; looks--) {
    const tree = parseHtml(shown)
    const found = findUnclosed(tree, shown)
    if (found === null) return tree
    const opening = found.name === COMMENT ? /<(?=!--)/g : new RegExp(`<(?=${found.name}[\\s/>])`, 'gi')
    shown = shown.slice(0, found.at) + shown.slice(found.at).replace(opening, '&lt;')
  }
  return parseHtml(shown)
}

interface Unclosed {
  readonly name: string
  /** Where it begins. */
  readonly at: number
}

/** The first that never ends, null for none. What is read on, and a comment, hides the ends of all others, and so comes first. */
function findUnclosed(tree: DefaultTreeAdapterTypes.DocumentFragment, html: string): Unclosed | null {
  let leftOut: Unclosed | null = null
  const waiting: Node[] = [tree]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const found = unclosed(node, html)
    if (found !== null && !LEFT_OUT.has(found.name)) return found
    leftOut ??= found
    if ('content' in node) waiting.push(node.content)
    // One by one: there may be more than a call takes.
    if ('childNodes' in node) for (const child of node.childNodes.toReversed()) waiting.push(child)
  }
  return leftOut
}

function unclosed(node: Node, html: string): Unclosed | null {
  if (!node.sourceCodeLocation) return null
  const { startOffset: at, endOffset } = node.sourceCodeLocation
  if (node.nodeName === '#comment') return html.startsWith(`<${COMMENT}`, at) && html[endOffset - 1] !== '>' ? { name: COMMENT, at } : null
  if (!('tagName' in node) || !(READ_ON.has(node.tagName) || LEFT_OUT.has(node.tagName))) return null
  const { startTag, endTag } = node.sourceCodeLocation
  // `<svg/>` is whole.
  const isEmpty = (node.tagName === 'svg' || node.tagName === 'math') && html[(startTag?.endOffset ?? 0) - 2] === '/'
  return endTag === undefined && !isEmpty ? { name: node.tagName, at } : null
}
