import type { Nodes, Root } from 'hast'

/** Longest excerpt of a body, in characters. */
const MAX_EXCERPT = 600

/** The text of a body's first paragraph; empty when it has none. */
export function excerptOf(root: Root): string {
  for (const node of root.children) {
    // A paragraph in bold type alone is the title of a note.
    const isTitle = node.type === 'element' && node.children.length === 1 && node.children[0]?.type === 'element' && node.children[0].tagName === 'strong'
    const text = node.type === 'element' && node.tagName === 'p' && !isTitle ? textOf(node).trim() : ''
    if (text !== '') return text.slice(0, MAX_EXCERPT)
  }
  return ''
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  // Not the numbers of footnotes.
  if (!('children' in node) || (node.type === 'element' && node.tagName === 'sup')) return ''
  return node.children.map(textOf).join('')
}
