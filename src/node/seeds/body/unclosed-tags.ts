import type { DefaultTreeAdapterTypes } from 'parse5'
import { BODY_SCHEMA } from './sanitize.ts'
import type { ParseHtml } from './parse-html.ts'

type Node = DefaultTreeAdapterTypes.Node

/** Elements whose content is text up to their end tag; `plaintext` has none (HTML, 13.2.6.2). */
const RAW_TEXT = new Set(['iframe', 'noembed', 'noframes', 'noscript', 'plaintext', 'script', 'style', 'textarea', 'title', 'xmp'])

/** Other elements that the sanitiser removes with their content. */
const STRIPPED = new Set(BODY_SCHEMA.strip?.filter((name) => !RAW_TEXT.has(name)))

/** The beginning of a comment, after `<`. */
const COMMENT = '!--'

/**
 * Parses a body's HTML. A tag that has no end, and would make the rest of the body invisible, is kept as text:
 * it was meant to be read, as in "the <title> of a page".
 */
export function parseUnclosed(html: string, parseHtml: ParseHtml): DefaultTreeAdapterTypes.DocumentFragment {
  let escaped = html
  // Each pass escapes all unclosed tags of one name.
  for (let passes = RAW_TEXT.size + STRIPPED.size + 1; passes > 0; passes--) {
    const tree = parseHtml(escaped)
    const found = findUnclosed(tree, escaped)
    if (found === null) return tree
    const opening = found.name === COMMENT ? /<(?=!--)/g : new RegExp(`<(?=${found.name}[\\s/>])`, 'gi')
    escaped = escaped.slice(0, found.at) + escaped.slice(found.at).replace(opening, '&lt;')
  }
  return parseHtml(escaped)
}

interface Unclosed {
  readonly name: string
  /** Offset of its start. */
  readonly at: number
}

/** The first unclosed element, null for none. Raw text and comments come first, because they hide the end tags of others. */
function findUnclosed(tree: DefaultTreeAdapterTypes.DocumentFragment, html: string): Unclosed | null {
  let stripped: Unclosed | null = null
  const pending: Node[] = [tree]
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const found = unclosed(node, html)
    if (found !== null && !STRIPPED.has(found.name)) return found
    stripped ??= found
    if ('content' in node) pending.push(node.content)
    // One by one, because there may be more than the arguments of a call.
    if ('childNodes' in node) for (const child of node.childNodes.toReversed()) pending.push(child)
  }
  return stripped
}

function unclosed(node: Node, html: string): Unclosed | null {
  if (!node.sourceCodeLocation) return null
  const { startOffset: at, endOffset } = node.sourceCodeLocation
  if (node.nodeName === '#comment') return html.startsWith(`<${COMMENT}`, at) && html[endOffset - 1] !== '>' ? { name: COMMENT, at } : null
  if (!('tagName' in node) || !(RAW_TEXT.has(node.tagName) || STRIPPED.has(node.tagName))) return null
  const { startTag, endTag } = node.sourceCodeLocation
  // `<svg/>` is complete.
  const isEmpty = (node.tagName === 'svg' || node.tagName === 'math') && html[(startTag?.endOffset ?? 0) - 2] === '/'
  return endTag === undefined && !isEmpty ? { name: node.tagName, at } : null
}
