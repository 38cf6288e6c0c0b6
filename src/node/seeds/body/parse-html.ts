import type { DefaultTreeAdapterTypes } from 'parse5'
import { MAX_HTML } from './limits.ts'

/** Most elements of a body. */
const MAX_ELEMENTS = 50_000

export type ParseHtml = (html: string) => DefaultTreeAdapterTypes.DocumentFragment

/**
 * Loads a parser that reads HTML as a browser does. The parser throws for HTML that is too long or makes too
 * many elements: unclosed formatting elements are opened again in every later paragraph (HTML, 13.2.4.3), so
 * that a few kilobytes may become hundreds of millions of elements.
 */
export async function loadParseHtml(): Promise<ParseHtml> {
  const { defaultTreeAdapter, parseFragment } = await import('parse5')
  return (html) => {
    if (html.length > MAX_HTML) throw new RangeError(`More than ${MAX_HTML} characters of HTML`)
    let elements = 0
    const createElement: typeof defaultTreeAdapter.createElement = (...parts) => {
      if (++elements > MAX_ELEMENTS) throw new RangeError(`More than ${MAX_ELEMENTS} elements`)
      return defaultTreeAdapter.createElement(...parts)
    }
    return parseFragment(html, { treeAdapter: { ...defaultTreeAdapter, createElement }, sourceCodeLocationInfo: true })
  }
}
