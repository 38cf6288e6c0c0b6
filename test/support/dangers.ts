import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5'
import { MATH_SCHEMA } from '../../src/node/seeds/body/maths.ts'
import { BODY_SCHEMA } from '../../src/node/seeds/body/sanitize.ts'

type Node = DefaultTreeAdapterTypes.ChildNode

const ALLOWED = new Set([...(BODY_SCHEMA.tagNames ?? []), ...(MATH_SCHEMA.tagNames ?? [])])
const MATH_ATTRIBUTES = (MATH_SCHEMA.attributes?.['*'] ?? []).map((name) => String(name).toLowerCase())
const SAFE_ATTRIBUTE = /^(?:href|src|alt|width|height|title|lang|dir|id|class|rel|loading|decoding|referrerpolicy|open|value|start|reversed|align|colspan|rowspan|scope|aria-describedby|aria-label|data-footnotes|data-footnote-ref|data-footnote-backref|data-note|tabindex)$/

/** What is dangerous in the HTML of a body, as a browser parses it. */
export function dangersIn(html: string): string[] {
  const dangers: string[] = []
  const visit = (node: Node) => {
    if ('tagName' in node) {
      if (!ALLOWED.has(node.tagName)) dangers.push(`<${node.tagName}>`)
      for (const { name, value } of node.attrs) {
        if (!SAFE_ATTRIBUTE.test(name) && !MATH_ATTRIBUTES.includes(name)) dangers.push(`${name}=${value}`)
        if (name === 'href' && !/^(?:https?:\/\/|mailto:|#story-)/.test(value)) dangers.push(`href=${value}`)
        if (name === 'src' && !/^https:\/\//.test(value)) dangers.push(`src=${value}`)
        if (name === 'id' && !value.startsWith('story-')) dangers.push(`id=${value}`)
      }
      node.childNodes.forEach(visit)
    } else if (node.nodeName === '#comment') dangers.push('a comment')
  }
  parseFragment(html).childNodes.forEach(visit)
  return dangers
}
