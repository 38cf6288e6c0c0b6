import type { DefaultTreeAdapterTypes } from 'parse5'
import { MAX_HTML } from './limits.ts'

/** More than the longest body can open, each once. */
const MAX_ELEMENTS = 50_000

export type ParseHtml = (html: string) => DefaultTreeAdapterTypes.DocumentFragment

/**
 * Loads what parses a piece of HTML as a browser does. It throws at one that is too long, or makes too many
 * elements: what is never closed is opened anew in every paragraph that follows (HTML, 13.2.4.3), hundreds
 * of millions of them for a few kilobytes.
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
