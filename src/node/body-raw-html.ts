import type { ElementContent } from 'hast'
import { text } from './body-elements.ts'

/** Elements that a page here leaves out with all that is in them, up to their end or that of the whole body. */
const SWALLOWING = ['iframe', 'noembed', 'noframes', 'noscript', 'object', 'plaintext', 'script', 'select', 'style', 'template', 'textarea', 'title', 'xmp']

const INLINE = new RegExp(`^</?(?:${SWALLOWING.join('|')})(?=[\\s/>])`, 'i')
const OPENING = new RegExp(`<(${SWALLOWING.join('|')})(?=[\\s/>])`, 'gi')

/**
 * HTML within a line of text. A tag that would swallow what follows is meant to be read there ("the
 * `<title>` of a page"): it is text, as in GFM (Disallowed Raw HTML, github.github.com/gfm, 6.11).
 */
export function toInlineHtml(html: string): ElementContent {
  return INLINE.test(html) ? text(html) : { type: 'raw', value: html }
}

/** HTML that is a block by itself: one of these elements is left out where it ends in the block, and is text otherwise. */
export function toBlockHtml(html: string): ElementContent {
  const lower = html.toLowerCase()
  const ends = new Map(SWALLOWING.map((name) => [name, name === 'plaintext' ? -1 : lower.lastIndexOf(`</${name}`)]))
  const value = html.replace(OPENING, (tag, name: string, at: number) => (at < (ends.get(name.toLowerCase()) ?? -1) ? tag : `&lt;${tag.slice(1)}`))
  return { type: 'raw', value }
}
